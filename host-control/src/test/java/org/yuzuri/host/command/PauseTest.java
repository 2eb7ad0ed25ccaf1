package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.command.CommandOutcome;

final class PauseTest {

  @Test
  void pauseOfADaemonThatStopsEndsAtOnceAndMayBeTriedAgain() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Pause.sleep(Duration.ofHours(1)))
        .isInstanceOfSatisfying(
            CommandFailedException.class,
            failed ->
                assertThat(failed.outcome())
                    .isEqualTo(new CommandOutcome.Failed("INTERRUPTED", "the daemon stops", true)));
    assertThat(Thread.interrupted()).isTrue();
  }
}
