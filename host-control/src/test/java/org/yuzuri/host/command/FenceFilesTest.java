package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.wire.value.Fence;

final class FenceFilesTest {

  @TempDir Path directory;

  @Test
  void lowerGenerationIsShutOutPerServerAlsoAfterARestart() {
    FenceFiles fences = new FenceFiles(directory);

    assertThat(fences.admit(new Fence(3, 7, 2))).isEmpty();
    assertThat(fences.admit(new Fence(3, 7, 2))).isEmpty();
    assertThat(fences.admit(new Fence(4, 8, 1))).isEmpty();
    assertThat(new FenceFiles(directory).admit(new Fence(3, 7, 1))).hasValue(seen(3, 2, 7));
    assertThat(new FenceFiles(directory).admit(new Fence(3, 9, 3))).isEmpty();
    assertThat(fences.admit(new Fence(3, 7, 2))).hasValue(seen(3, 3, 9));
  }

  @Test
  void equalGenerationOfAnotherLeaseIsShutOutAlsoAfterARestart() {
    new FenceFiles(directory).admit(new Fence(3, 7, 2));

    FenceFiles fences = new FenceFiles(directory);

    assertThat(fences.admit(new Fence(3, 8, 2))).hasValue(seen(3, 2, 7));
    assertThat(fences.admit(new Fence(3, 0, 2))).hasValue(seen(3, 2, 7));
    assertThat(fences.admit(new Fence(3, 7, 2))).isEmpty();
    assertThat(fences.list()).containsExactly(seen(3, 2, 7));
  }

  @Test
  void fileFromBeforeLeasesWereRememberedTakesTheFirstLeaseThatComes() throws IOException {
    Files.writeString(directory.resolve("3"), "2\n");
    FenceFiles fences = new FenceFiles(directory);

    assertThat(fences.list()).containsExactly(new FenceFiles.Seen(3, 2, Optional.empty()));
    assertThat(fences.admit(new Fence(3, 7, 1))).isPresent();
    assertThat(fences.admit(new Fence(3, 7, 2))).isEmpty();
    assertThat(fences.admit(new Fence(3, 8, 2))).hasValue(seen(3, 2, 7));
  }

  @Test
  void epochOnlyRisesAlsoAfterARestartAndIsNoServer() {
    assertThat(new FenceFiles(directory).highestEpoch(5)).isEqualTo(5);
    assertThat(new FenceFiles(directory).highestEpoch(4)).isEqualTo(5);
    assertThat(new FenceFiles(directory).highestEpoch(6)).isEqualTo(6);
    assertThat(new FenceFiles(directory).list()).isEmpty();
  }

  private static FenceFiles.Seen seen(long server, long generation, long lease) {
    return new FenceFiles.Seen(server, generation, Optional.of(lease));
  }
}
