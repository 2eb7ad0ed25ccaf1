package org.yuzuri.portal.invoice.payment;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.yuzuri.portal.platform.TenantRow;

/** Money that came in or was paid back; written once. */
@Entity
@Immutable
class Payment extends TenantRow {

  private long invoiceId;
  private String reference;
  private LocalDate receivedOn;
  private BigDecimal amount;
  private String note = "";
  private Instant enteredAt;
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
