package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yuzuri.wire.command.CommandOutcome;

class CommandFailedExceptionTest {

  @Test
  void aCauseWithoutAMessageIsReportedWithTheCode() {
    Exception silent = new IllegalStateException();
    CommandFailedException failure =
        new CommandFailedException("BMC_NO_SESSION", silent.getMessage(), true, silent);

    assertThat(failure.outcome())
        .isEqualTo(new CommandOutcome.Failed("BMC_NO_SESSION", "BMC_NO_SESSION", true));
  }
}
