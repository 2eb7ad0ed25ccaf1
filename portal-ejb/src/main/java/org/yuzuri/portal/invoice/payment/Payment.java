package org.yuzuri.portal.invoice.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.yuzuri.portal.platform.TenantRow;

/** Money that came in or was paid back; written once. */
@Entity
@Immutable
@Table(name = "payment")
class Payment extends TenantRow {

  @Column(name = "invoice_id")
  private long invoiceId;

  private String reference;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  private BigDecimal amount;
  private String note = "";

  @Column(name = "entered_at")
  private Instant enteredAt;

  @Column(name = "entered_by")
  private String enteredBy;

  /** For Hibernate. */
  Payment() {}

  Payment(long tenant, long invoice, PaymentDraft draft, Instant now, String by) {
    super(tenant);
    this.invoiceId = invoice;
    this.reference = draft.reference();
    this.receivedOn = draft.receivedOn();
    this.amount = draft.amount();
    this.enteredAt = now;
    this.enteredBy = by;
  }

  @Override
  public String toString() {
    return reference
        + " of "
        + receivedOn
        + " for "
        + invoiceId
        + ": "
        + amount
        + note
        + enteredAt
        + enteredBy;
  }
}
