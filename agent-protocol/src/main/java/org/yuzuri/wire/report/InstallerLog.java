package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * A piece of the installer's log, in order of {@code sequence}.
 *
 * @param text at most 64 Ki characters
 */
public record InstallerLog(UUID reportId, Instant at, Fence fence, long sequence, String text)
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
