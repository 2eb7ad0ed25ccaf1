package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * The leased server says how far it is.
 *
 * @param sequence counts the server's beats since it was started
 * @param percent 0 to 100 within the phase, or null when unknown
 * @param message one line for a person; may be empty
 * @param signedBy SHA-256 of the public key (SubjectPublicKeyInfo in DER) whose signature the agent
 *     has checked; null when there was none
 */
public record Beat(
    UUID reportId,
    Instant at,
    Fence fence,
    long sequence,
    BeatPhase phase,
    @Nullable Integer percent,
    String message,
    @Nullable Sha256 signedBy)
    implements AgentReport {

  /** Longest message, in characters. */
  public static final int LONGEST_MESSAGE = 1000;

  public Beat {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.between(sequence, 0, Long.MAX_VALUE, "sequence");
    Checks.present(phase, "phase");
    if (percent != null) {
      Checks.between(percent, 0, 100, "percent");
    }
    if (Checks.present(message, "message").length() > LONGEST_MESSAGE) {
      throw Checks.refused("message", message, "at most " + LONGEST_MESSAGE + " characters");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.beat(this);
  }
}
