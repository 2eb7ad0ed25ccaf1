package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * Somebody used a boot token wrongly, or endangers the boot that it is for.
 *
 * @param fence of the boot that the token was made for, or null when it belongs to none
 * @param source where it came from, for a person: address and MAC address
 */
public record TokenProblem(
    UUID reportId, Instant at, @Nullable Fence fence, TokenMisuse what, String source)
    implements AgentReport {

  public TokenProblem {
    AgentReport.checkCommon(reportId, at);
    Checks.present(what, "what");
    Checks.text(source, 200, "source");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tokenProblem(this);
  }
}
