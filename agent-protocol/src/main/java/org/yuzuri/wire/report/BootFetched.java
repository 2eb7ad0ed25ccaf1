package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;

/** The server has completely fetched one part of its boot files for the first time. */
public record BootFetched(UUID reportId, Instant at, long leaseId, BootPart what)
    implements AgentReport {

  public BootFetched {
    AgentReport.checkCommon(reportId, at);
    Checks.between(leaseId, 0, Long.MAX_VALUE, "leaseId");
    Checks.present(what, "what");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.bootFetched(this);
  }
}
