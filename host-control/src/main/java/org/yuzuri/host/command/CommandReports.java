package org.yuzuri.host.command;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.CommandReport;

/**
 * Makes the reports on commands. The report's id follows from the command and the kind of outcome:
 * a report made again after a restart is the same report.
 */
final class CommandReports {

  private final Consumer<AgentReport> sink;
  private final Clock clock;

  CommandReports(Consumer<AgentReport> sink, Clock clock) {
    this.sink = sink;
    this.clock = clock;
  }

  void send(UUID command, CommandOutcome outcome) {
    String name = command + "/" + (outcome instanceof CommandOutcome.Running ? "running" : "end");
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    sink.accept(new CommandReport(id, clock.instant(), command, outcome));
  }
}
