package org.yuzuri.portal.invoice;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Rounding;

/**
 * A document that is to be issued.
 *
 * @param runId the run that issues it; null for a credit note that somebody entered
 * @param correctsId the invoice that a credit note takes back from; null for invoices
 * @param reason why a credit note was entered; may be empty
 * @param month what it bills, in {@code zone}
 * @param rounding of its taxes, once for each rate
 * @param lines at least one, all in {@code currency}
 */
public record InvoiceDraft(
    long tenantId,
    InvoiceKind kind,
    @Nullable Long runId,
    @Nullable Long correctsId,
    String reason,
    YearMonth month,
    ZoneId zone,
    LocalDate dueOn,
    Currency currency,
    Rounding rounding,
    Parties parties,
    List<LineDraft> lines) {

  /**
   * Who issues it and who gets it, as they are called at that moment.
   *
   * @param registration T and 13 digits
   * @param bank lines separated by line feeds, as the addresses
   * @param terms of payment in words; may be empty
   */
  public record Parties(
      String issuer,
      String issuerAddress,
      String registration,
      String bank,
      String terms,
      String buyer,
      String buyerAddress)
      implements Serializable {}
}
