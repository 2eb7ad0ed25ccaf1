package org.yuzuri.portal.invoice.payment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A payment that was booked. */
public record PaymentView(
    String reference,
    LocalDate receivedOn,
    String invoice,
    long invoiceId,
    BigDecimal amount,
    String currency,
    Instant enteredAt,
    String enteredBy)
    implements Serializable {}
