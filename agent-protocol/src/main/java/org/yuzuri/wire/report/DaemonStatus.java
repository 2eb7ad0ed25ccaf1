package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;

/** The daemon lives: sent at start and every 60 seconds. */
public record DaemonStatus(UUID reportId, Instant at, String version, Map<String, String> facts)
    implements AgentReport {

  public DaemonStatus {
    AgentReport.checkCommon(reportId, at);
    Checks.text(version, 64, "version");
    facts = Map.copyOf(Checks.present(facts, "facts"));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.daemonStatus(this);
  }
}
