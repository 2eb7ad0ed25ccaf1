package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

/** A tunnel between the server and the gateway is up; the server has its virtual address. */
public record TunnelUp(
    UUID reportId, Instant at, long leaseId, TunnelPurpose purpose, Ipv4Address virtualAddress)
    implements AgentReport {

  public TunnelUp {
    AgentReport.checkCommon(reportId, at);
    Checks.between(leaseId, 0, Long.MAX_VALUE, "leaseId");
    Checks.present(purpose, "purpose");
    Checks.present(virtualAddress, "virtualAddress");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tunnelUp(this);
  }
}
