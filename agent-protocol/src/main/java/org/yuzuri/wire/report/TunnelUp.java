package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

/** A tunnel between the server and the gateway is up; the server has its virtual address. */
public record TunnelUp(
    UUID reportId, Instant at, Fence fence, TunnelPurpose purpose, Ipv4Address virtualAddress)
    implements AgentReport {

  public TunnelUp {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.present(purpose, "purpose");
    Checks.present(virtualAddress, "virtualAddress");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tunnelUp(this);
  }
}
