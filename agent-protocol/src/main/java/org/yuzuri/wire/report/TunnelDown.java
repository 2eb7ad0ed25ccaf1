package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.TunnelPurpose;

/** A tunnel that was up is gone. */
public record TunnelDown(UUID reportId, Instant at, Fence fence, TunnelPurpose purpose)
    implements AgentReport {

  public TunnelDown {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.present(purpose, "purpose");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tunnelDown(this);
  }
}
