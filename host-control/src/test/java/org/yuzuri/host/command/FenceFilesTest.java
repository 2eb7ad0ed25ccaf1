package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    assertThat(new FenceFiles(directory).admit(new Fence(3, 7, 1))).hasValue(2);
    assertThat(new FenceFiles(directory).admit(new Fence(3, 9, 3))).isEmpty();
    assertThat(fences.admit(new Fence(3, 7, 2))).hasValue(3);
  }
}
