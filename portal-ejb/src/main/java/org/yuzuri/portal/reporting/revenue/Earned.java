package org.yuzuri.portal.reporting.revenue;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A sum as it is kept.
 *
 * @param month as {@code 2026-03}
 * @param offerId null for what a tenant has without a lease
 * @param net without tax
 * @param currency ISO 4217
 */
public record Earned(
    String month,
    long tenantId,
    @Nullable Long offerId,
    RevenueKind kind,
    BigDecimal net,
    String currency) {

  YearMonth yearMonth() {
    return YearMonth.parse(month);
  }
}
