package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * The port probe of an inspection has finished.
 *
 * @param probe what the agent and the server saw, put together by the agent
 * @param signedBy SHA-256 of the public key (SubjectPublicKeyInfo in DER) whose signature of the
 *     server's part the agent has checked; null when it was not signed
 */
public record PortProbed(
    UUID reportId, Instant at, Fence fence, PortProbe probe, @Nullable Sha256 signedBy)
    implements AgentReport {

  public PortProbed {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.present(probe, "probe");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.portProbed(this);
  }
}
