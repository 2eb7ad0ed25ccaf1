package org.yuzuri.portal.invoice;

import java.time.LocalDate;
import java.time.YearMonth;
import org.yuzuri.billing.money.Money;

/**
 * A document in a sum: of a credit note all amounts are negative, so that sums are right.
 *
 * @param number as {@code 2026-000123}, of a credit note {@code CN-2026-000004}
 * @param month what it bills, in the contract's zone
 * @param issuedOn in the contract's zone, as {@code dueOn}
 * @param total net and tax
 * @param paid what came in for it, less what was paid back, and what credit notes took back; of a
 *     credit note its total, so that over all documents it is the money that came in
 */
public record InvoiceSummary(
    long id,
    String number,
    long tenantId,
    InvoiceKind kind,
    YearMonth month,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money net,
    Money tax,
    Money total,
    Money paid) {}
