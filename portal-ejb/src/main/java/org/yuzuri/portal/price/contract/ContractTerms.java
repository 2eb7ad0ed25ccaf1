package org.yuzuri.portal.price.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.tax.TaxCategory;

/**
 * What was agreed with a tenant, apart from prices of its own.
 *
 * @param number of the version; 0 when nothing was agreed
 * @param from the first month that it holds for; null when nothing was agreed
 * @param discount percent that are taken off
 * @param currency of what is charged without a lease; ISO 4217
 * @param setBy login; empty when nothing was agreed
 */
public record ContractTerms(
    long tenantId,
    int number,
    @Nullable YearMonth from,
    BigDecimal discount,
    TaxCategory tax,
    String currency,
    String note,
    @Nullable Instant setAt,
    String setBy)
    implements Serializable {

  /** What holds for a tenant with whom nothing was agreed: list prices in yen, standard tax. */
  public static ContractTerms none(long tenantId) {
    return new ContractTerms(
        tenantId, 0, null, BigDecimal.ZERO, TaxCategory.STANDARD, "JPY", "", null, "");
  }

  /** Whether something is taken off. */
  public boolean hasDiscount() {
    return discount.signum() > 0;
  }
}
