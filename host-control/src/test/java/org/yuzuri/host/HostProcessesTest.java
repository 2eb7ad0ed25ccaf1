package org.yuzuri.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Secret;

final class HostProcessesTest {

  private final Processes processes = new HostProcesses();

  @Test
  void argumentsReachTheProgramUntouched() {
    ProcessResult result = processes.run(ProcessCall.of("printf", "%s|%s", "a b", "$(id); 'x'"));

    assertThat(result.output()).isEqualTo("a b|$(id); 'x'");
    assertThat(result.succeeded()).isTrue();
  }

  @Test
  void inputAndEnvironmentReachTheProgramButNotItsPrint() {
    ProcessCall call =
        ProcessCall.of("sh", "-c", "cat; printf %s \"$HIDDEN\"")
            .withInput("typed ")
            .withEnvironment("HIDDEN", new Secret("s3cret"));

    assertThat(processes.run(call).output()).isEqualTo("typed s3cret");
    assertThat(call.toString()).doesNotContain("s3cret", "typed");
  }

  @Test
  void failureCarriesExitCodeAndWhatTheProgramSaid() {
    ProcessCall call = ProcessCall.of("sh", "-c", "echo broken >&2; exit 3");

    assertThat(processes.run(call).exitCode()).isEqualTo(3);
    assertThatThrownBy(() -> processes.runOrThrow(call))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("sh ended with 3")
        .hasMessageContaining("broken");
  }

  @Test
  void programThatTakesTooLongIsKilled() {
    ProcessCall call = ProcessCall.of("sleep", "30").withTimeout(Duration.ofMillis(100));

    assertThatThrownBy(() -> processes.run(call)).hasMessageContaining("sleep was killed");
  }

  @Test
  void outputBeyondTheLimitIsDroppedWithoutBlockingTheProgram() {
    ProcessCall call = ProcessCall.of("head", "-c", "9000000", "/dev/zero");

    ProcessResult result = processes.run(call);

    assertThat(result.succeeded()).isTrue();
    assertThat(result.output()).hasSize(Processes.MOST_OUTPUT_BYTES);
  }

  @Test
  void programThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> processes.run(ProcessCall.of("/no/such/program")))
        .isInstanceOf(ProcessFailedException.class)
        .hasMessageContaining("/no/such/program cannot be started");
  }
}
