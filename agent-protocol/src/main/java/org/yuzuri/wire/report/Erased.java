package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * The eraser has finished.
 *
 * @param disks every disk that was erased
 * @param problem what went wrong, or null when all disks were erased and verified
 */
public record Erased(
    UUID reportId, Instant at, Fence fence, List<DiskErasure> disks, @Nullable String problem)
    implements AgentReport {

  public Erased {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    disks = List.copyOf(Checks.present(disks, "disks"));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.erased(this);
  }
}
