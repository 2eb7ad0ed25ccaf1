package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.TunnelPurpose;

/** A tunnel that was up is gone. */
public record TunnelDown(UUID reportId, Instant at, long leaseId, TunnelPurpose purpose)
    implements AgentReport {

  public TunnelDown {
    AgentReport.checkCommon(reportId, at);
    Checks.between(leaseId, 0, Long.MAX_VALUE, "leaseId");
    Checks.present(purpose, "purpose");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tunnelDown(this);
  }
}
