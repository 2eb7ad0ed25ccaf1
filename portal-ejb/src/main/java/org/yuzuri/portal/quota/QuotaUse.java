package org.yuzuri.portal.quota;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.yuzuri.portal.platform.ProblemException;

/**
 * How much of a quota a tenant has.
 *
 * @param quota of what
 * @param used how much it has, in the quota's units
 * @param allowed how much it may have; {@link Long#MAX_VALUE} for the lender, who has no quota
 */
public record QuotaUse(Quota quota, long used, long allowed) implements Serializable {

  private static final int TENTHS = 1;

  /** How much may come on top; not negative. */
  public long left() {
    return Math.max(0, allowed - used);
  }

  /** Whether there is a limit at all. */
  public boolean isLimited() {
    return allowed != Long.MAX_VALUE;
  }

  /**
   * Why so much may not come on top; empty when it may.
   *
   * @param wanted in the quota's units, not negative
   */
  public Optional<ProblemException> refusal(long wanted) {
    if (wanted <= left()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProblemException(
            QuotaProblem.OVER_QUOTA,
            quota.field(),
            text(used) + " + " + text(wanted),
            allowedText()));
  }

  /**
   * Goes on when so much may come on top.
   *
   * @throws ProblemException OVER_QUOTA: what is used and wanted, and what is allowed
   */
  public void check(long wanted) {
    refusal(wanted)
        .ifPresent(
            over -> {
              throw over;
            });
  }

  /** How much it has, in the setting's units: a number, of GiB with one digit behind the point. */
  public String usedText() {
    return text(used);
  }

  /** How much it may have, as above. */
  public String allowedText() {
    return String.valueOf(allowed / quota.unit());
  }

  /** Rounded up: what is used is never shown as nothing. */
  private String text(long amount) {
    int digits = quota.unit() == 1 ? 0 : TENTHS;
    return BigDecimal.valueOf(amount)
        .divide(BigDecimal.valueOf(quota.unit()), digits, RoundingMode.CEILING)
        .toPlainString();
  }
}
