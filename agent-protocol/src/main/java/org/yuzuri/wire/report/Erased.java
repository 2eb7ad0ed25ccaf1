package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.server.DiskErasure;
import org.yuzuri.wire.server.SkippedDevice;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * The eraser has finished.
 *
 * @param disks every disk that was erased; at most {@value HardwareFacts#MOST_DISKS}
 * @param skipped every other device that was seen; at most {@value HardwareFacts#MOST_DISKS}
 * @param problem what went wrong, or null when all disks were erased and verified; longer than
 *     {@value #LONGEST_PROBLEM} characters it is cut
 * @param signedBy SHA-256 of the public key (SubjectPublicKeyInfo in DER) whose signature of the
 *     result the agent has checked; null when the result was not signed
 */
public record Erased(
    UUID reportId,
    Instant at,
    Fence fence,
    List<DiskErasure> disks,
    List<SkippedDevice> skipped,
    @Nullable String problem,
    @Nullable Sha256 signedBy)
    implements AgentReport {

  /** Longest problem, in characters. */
  public static final int LONGEST_PROBLEM = 4000;

  public Erased {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    disks = Checks.list(disks, HardwareFacts.MOST_DISKS, "disks");
    skipped = Checks.list(skipped, HardwareFacts.MOST_DISKS, "skipped");
    if (problem != null && problem.length() > LONGEST_PROBLEM) {
      problem = problem.substring(0, LONGEST_PROBLEM);
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.erased(this);
  }
}
