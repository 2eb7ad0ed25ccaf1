package org.yuzuri.portal.invoice.payment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that came in.
 *
 * @param reference the bank's number of the payment, 1 to 64 characters: it is booked once
 * @param receivedOn as the bank says
 * @param invoice number of the invoice that it is for
 * @param amount not zero; negative when it was paid back
 * @param currency ISO 4217, the invoice's
 */
public record PaymentDraft(
    String reference, LocalDate receivedOn, String invoice, BigDecimal amount, String currency)
    implements Serializable {}
