package org.yuzuri.portal.invoice.payment;

import java.math.BigDecimal;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * A payment as somebody types it in. Whatever is wrong with it is refused at once.
 *
 * @param invoice number of the invoice that it is for
 * @param receivedOn as the bank says, YYYY-MM-DD
 * @param amount in the invoice's currency, such as 1200 or 12.50; negative when it was paid back
 * @param reference the bank's number of the payment, 1 to 64 characters
 */
public record PaymentEntry(String invoice, String receivedOn, String amount, String reference) {

  /**
   * Without blanks around.
   *
   * @throws ProblemException INVALID_VALUE for each field that is wrong
   */
  public PaymentEntry {
    invoice = invoice.strip();
    receivedOn = receivedOn.strip();
    amount = amount.strip();
    reference = reference.strip();
    Problems problems = new Problems();
    problems.unless(!invoice.isEmpty(), "payment.invoice", invoice, PaymentFields.AN_INVOICE);
    problems.unless(
        PaymentFields.day(receivedOn).isPresent(),
        "payment.receivedOn",
        receivedOn,
        PaymentFields.A_DAY);
    problems.unless(
        PaymentFields.isAmount(amount), "payment.amount", amount, PaymentFields.AN_AMOUNT);
    problems.unless(
        PaymentFields.isReference(reference),
        "payment.reference",
        reference,
        PaymentFields.A_REFERENCE);
    problems.refuse();
  }

  /**
   * What is booked of it.
   *
   * @param currency the invoice's, ISO 4217
   */
  PaymentDraft in(String currency) {
    return new PaymentDraft(
        reference,
        PaymentFields.day(receivedOn).orElseThrow(),
        invoice,
        new BigDecimal(amount),
        currency);
  }
}
