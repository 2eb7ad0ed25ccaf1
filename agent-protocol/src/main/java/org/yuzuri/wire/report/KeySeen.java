package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * The server has shown a key on its own serial console, where the agent read it through the BMC.
 *
 * @param key SHA-256 of the public key's SubjectPublicKeyInfo (RFC 5280, 4.1) in DER
 */
public record KeySeen(UUID reportId, Instant at, Fence fence, Sha256 key) implements AgentReport {

  public KeySeen {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.present(key, "key");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.keySeen(this);
  }
}
