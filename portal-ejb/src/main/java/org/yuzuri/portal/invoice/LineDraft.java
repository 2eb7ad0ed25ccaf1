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
import org.yuzuri.portal.usage.charge.NotCharged;

/**
 * A line of an invoice.
 *
 * @param month in which it was used, in the contract's zone
 * @param correction whether it corrects what was billed before
 * @param counts whether later runs take it as billed
 * @param quantity in units; negative in a line that takes something back
 * @param unitPrice without tax, not negative
 * @param net without tax, payable; not quantity times price when a cap or a price by volume is in
 *     it
 * @param percent rate of tax when it was used
 * @param corrects position of the line of the corrected invoice that it takes back from; null: of
 *     none
 * @param notCharged of the time that a line of {@link ChargeKind#SERVER_TIME} is for
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
    BigDecimal percent,
    @Nullable Integer corrects,
    NotCharged notCharged)
    implements Serializable {

  /** A line that takes back from none and is not short of any time. */
  public LineDraft(
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
      BigDecimal percent) {
    this(
        kind,
        month,
        correction,
        counts,
        leaseId,
        serverName,
        offerId,
        offerName,
        from,
        until,
        quantity,
        unit,
        unitPrice,
        net,
        tax,
        percent,
        null,
        NotCharged.NOTHING);
  }

  /** What it gives to the tax of its invoice. */
  public TaxableAmount taxable() {
    return new TaxableAmount(net, tax, percent);
  }

  /**
   * The line that takes this one back.
   *
   * @param asIfNever whether later runs bill it anew
   * @param position of this line in its invoice
   */
  public LineDraft takenBack(boolean asIfNever, int position) {
    return takenBack(asIfNever, position, quantity.negate(), unit, unitPrice, net.negated());
  }

  /**
   * The line that takes a part of this one back, as one piece of that amount.
   *
   * @param amount more than 0, without tax
   * @param asIfNever as above
   * @param position as above
   */
  public LineDraft partTakenBack(Money amount, boolean asIfNever, int position) {
    return takenBack(
        asIfNever, position, BigDecimal.ONE.negate(), ChargeUnit.ONCE, amount, amount.negated());
  }

  private LineDraft takenBack(
      boolean asIfNever,
      int position,
      BigDecimal taken,
      ChargeUnit inUnits,
      Money each,
      Money back) {
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
        taken,
        inUnits,
        each,
        back,
        tax,
        percent,
        position,
        NotCharged.NOTHING);
  }
}
