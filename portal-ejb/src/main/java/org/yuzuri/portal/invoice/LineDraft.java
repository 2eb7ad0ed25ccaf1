package org.yuzuri.portal.invoice;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.billing.tax.TaxableAmount;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;

/**
 * A line of an invoice.
 *
 * @param month in which it was used, in the contract's zone
 * @param correction whether it corrects what was billed before
 * @param counts whether later runs take it as billed
 * @param quantity in units; negative in a line that takes something back
 * @param unitPrice without tax, not negative
 * @param net without tax, payable; less than quantity times price when a cap or discount is in it
 * @param percent rate of tax when it was used
 */
public record LineDraft(
    ChargeKind kind,
    YearMonth month,
    boolean correction,
    boolean counts,
    @Nullable Long leaseId,
    @Nullable String serverName,
    @Nullable Long offerId,
    @Nullable String offerName,
    Instant from,
    Instant until,
    BigDecimal quantity,
    ChargeUnit unit,
    Money unitPrice,
    Money net,
    TaxCategory tax,
    BigDecimal percent)
    implements Serializable {

  /** What it gives to the tax of its invoice. */
  public TaxableAmount taxable() {
    return new TaxableAmount(net, tax, percent);
  }

  /**
   * The line that takes this one back.
   *
   * @param asIfNever whether later runs bill it anew
   */
  public LineDraft takenBack(boolean asIfNever) {
    return new LineDraft(
        kind,
        month,
        true,
        asIfNever && counts,
        leaseId,
        serverName,
        offerId,
        offerName,
        from,
        until,
        quantity.negate(),
        unit,
        unitPrice,
        net.negated(),
        tax,
        percent);
  }
}
