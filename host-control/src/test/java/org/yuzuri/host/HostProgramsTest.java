package org.yuzuri.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Secret;

final class HostProgramsTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Programs programs = new HostPrograms();

  @Test
  void programIsReadWhileItRunsAndToldTheEndOfItsInput() throws IOException {
    ProcessCall call =
        ProcessCall.of("sh", "-c", "echo \"$HIDDEN\" >&2; cat; echo end")
            .withEnvironment("HIDDEN", new Secret("s3cret"));

    try (RunningProgram program = programs.start(call)) {
      assertThat(text(program, 7)).isEqualTo("s3cret\n");
      assertThat(program.endsWithin(Duration.ZERO)).isFalse();
      program.endInput();
      assertThat(text(program, 10)).isEqualTo("end\n");
      assertThat(program.endsWithin(LONG)).isTrue();
    }
  }

  @Test
  void closedProgramIsGoneAndWhoReadsItIsTold() throws Exception {
    RunningProgram program = programs.start(ProcessCall.of("cat"));
    CompletableFuture<Boolean> reader = CompletableFuture.supplyAsync(() -> readsToTheEnd(program));

    program.close();

    assertThat(program.endsWithin(LONG)).isTrue();
    assertThat(reader.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
    program.endInput();
  }

  private static boolean readsToTheEnd(RunningProgram program) {
    try {
      return program.output().read() == -1;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void programThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> programs.start(ProcessCall.of("no-such-program")))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("no-such-program cannot be started");
  }

  private static String text(RunningProgram program, int length) throws IOException {
    return new String(program.output().readNBytes(length), StandardCharsets.US_ASCII);
  }
}
