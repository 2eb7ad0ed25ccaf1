package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * A piece of the installer's log, in order of {@code sequence}.
 *
 * @param text at most 64 Ki characters
 * @param signedBy SHA-256 of the public key (SubjectPublicKeyInfo in DER) whose signature the agent
 *     has checked, also of the first piece that a gap stands for; null when there was none
 */
public record InstallerLog(
    UUID reportId, Instant at, Fence fence, long sequence, String text, @Nullable Sha256 signedBy)
    implements AgentReport {

  /** Longest text, in characters. */
  public static final int LONGEST_TEXT = 65536;

  public InstallerLog {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.between(sequence, 0, Long.MAX_VALUE, "sequence");
    if (Checks.present(text, "text").length() > LONGEST_TEXT) {
      throw Checks.refused("text", text, "at most " + LONGEST_TEXT + " characters");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.installerLog(this);
  }
}
