package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * The inspection has finished.
 *
 * @param signedBy SHA-256 of the public key (SubjectPublicKeyInfo in DER) whose signature of the
 *     result the agent has checked; null when the result was not signed
 */
public record Inspected(
    UUID reportId, Instant at, Fence fence, HardwareFacts facts, @Nullable Sha256 signedBy)
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
