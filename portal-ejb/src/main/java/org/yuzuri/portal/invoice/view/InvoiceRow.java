package org.yuzuri.portal.invoice.view;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A document in a list.
 *
 * @param month as {@code 2026-11}
 * @param issuedOn in the contract's zone, as {@code dueOn}
 * @param total with tax; negative for a credit note
 * @param owed of an invoice, what is neither paid nor credited
 */
public record InvoiceRow(
    long id,
    String number,
    String tenant,
    InvoiceKind kind,
    String month,
    LocalDate issuedOn,
    LocalDate dueOn,
    BigDecimal total,
    BigDecimal owed,
    String currency,
    InvoiceState state)
    implements Serializable {

  static final RowQuery<InvoiceRow, InvoiceState> ALL =
      new RowQuery<InvoiceRow, InvoiceState>(
              InvoiceRow.class,
              "Invoice i join InvoiceBalance b on b.invoiceId = i.id"
                  + " join Tenant t on t.id = i.tenantId",
              "i.id",
              "i.number",
              "t.name",
              "i.kind",
              "i.month",
              "i.issuedOn",
              "i.dueOn",
              "i.total",
              "i.total - b.paid - b.credited",
              "i.currency",
              "b.state")
          .searchedBy("i.number", "t.name", "i.buyerName", "i.month")
          .orderedBy("i.id desc")
          .inStates("b.state", InvoiceState.class, Set.of());

  /** Whether something of it is to be paid. */
  public boolean isOwed() {
    return state == InvoiceState.OPEN || state == InvoiceState.OVERDUE;
  }
}
