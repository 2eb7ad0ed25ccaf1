package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.value.Checks;

/** How far a command has come. */
public record CommandReport(UUID reportId, Instant at, UUID commandId, CommandOutcome outcome)
    implements AgentReport {

  public CommandReport {
    AgentReport.checkCommon(reportId, at);
    Checks.present(commandId, "commandId");
    Checks.present(outcome, "outcome");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.commandReport(this);
  }
}
