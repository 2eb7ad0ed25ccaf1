package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/** The inspection has finished. */
public record Inspected(UUID reportId, Instant at, Fence fence, HardwareFacts facts)
    implements AgentReport {

  public Inspected {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.present(facts, "facts");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.inspected(this);
  }
}
