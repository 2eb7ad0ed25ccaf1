package org.yuzuri.portal.invoice;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxTotal;

/**
 * A document with all that it says, as its page and its files show it. Amounts of a credit note are
 * negative.
 *
 * @param corrects number of the invoice that a credit note takes back from; null for invoices
 * @param correctsOn day of issue of that invoice
 * @param zone the contract's: its dates are in it
 * @param paid what came in for it
 * @param credited what credit notes took back
 * @param notes the credit notes that took it back, oldest first; of a credit note none
 */
public record InvoiceView(
    long id,
    String number,
    InvoiceKind kind,
    @Nullable Long correctsId,
    @Nullable String corrects,
    @Nullable LocalDate correctsOn,
    String reason,
    YearMonth month,
    ZoneId zone,
    Instant issuedAt,
    LocalDate issuedOn,
    LocalDate dueOn,
    InvoiceState state,
    InvoiceDraft.Parties parties,
    List<LineDraft> lines,
    List<TaxTotal> taxes,
    Money net,
    Money tax,
    Money total,
    Money paid,
    Money credited,
    List<Note> notes)
    implements Serializable {

  /**
   * A credit note of an invoice.
   *
   * @param total with tax, negative
   */
  public record Note(long id, String number, Money total) implements Serializable {}

  /** ISO 4217, of all amounts. */
  public String currency() {
    return total.currency().getCurrencyCode();
  }

  /** What is neither paid nor credited; negative when there was paid too much. */
  public Money owed() {
    return total.minus(paid).minus(credited);
  }

  /** Whether a credit note can take all of it back. */
  public boolean mayCredit() {
    return kind == InvoiceKind.INVOICE && credited.amount().signum() == 0;
  }

  /** Whether a credit note can take a part of it back. */
  public boolean mayCreditPart() {
    return kind == InvoiceKind.INVOICE && credited.amount().compareTo(total.amount()) < 0;
  }

  /** Whether something came in for it, or was paid back of it. */
  public boolean isPaid() {
    return paid.amount().signum() != 0;
  }

  /** Whether it is a credit note. */
  public boolean isCreditNote() {
    return kind == InvoiceKind.CREDIT_NOTE;
  }
}
