package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;

/**
 * Somebody used a boot token wrongly.
 *
 * @param leaseId lease of the token, or 0 when the token belongs to none
 * @param source where the request came from, for a person: address and MAC address
 */
public record TokenProblem(UUID reportId, Instant at, long leaseId, TokenMisuse what, String source)
    implements AgentReport {

  public TokenProblem {
    AgentReport.checkCommon(reportId, at);
    Checks.between(leaseId, 0, Long.MAX_VALUE, "leaseId");
    Checks.present(what, "what");
    Checks.text(source, 200, "source");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.tokenProblem(this);
  }
}
