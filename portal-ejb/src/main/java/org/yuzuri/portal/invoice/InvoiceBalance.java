package org.yuzuri.portal.invoice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What is owed of a document. Whoever changes it holds its row's lock. */
@Entity
public class InvoiceBalance {

  @Id private Long invoiceId;

  @TenantId private Long tenantId;

  @Version private int version;

  @Enumerated(EnumType.STRING)
  private InvoiceState state;

  private BigDecimal paid = BigDecimal.ZERO;
  private BigDecimal credited = BigDecimal.ZERO;
  private int reminders;
  private @Nullable LocalDate nextLook;
  private @Nullable LocalDate warnedOn;
  private @Nullable LocalDate suspendedOn;

  /** For Hibernate. */
  InvoiceBalance() {}

  InvoiceBalance(Invoice invoice) {
    invoiceId = invoice.id();
    tenantId = invoice.tenantId();
    if (invoice.kind() == InvoiceKind.CREDIT_NOTE) {
      state = InvoiceState.CREDIT;
    } else {
      state = InvoiceState.OPEN;
      nextLook = invoice.dueOn().plusDays(1);
      judge(invoice);
    }
  }

  /** Notes money that came in, or with a minus was paid back. */
  public void pays(Invoice invoice, BigDecimal amount) {
    paid = paid.add(amount);
    judge(invoice);
  }

  /** Notes a credit note of so much, without a minus. */
  void credits(Invoice invoice, BigDecimal amount) {
    credited = credited.add(amount);
    judge(invoice);
  }

  /** Its last day of payment has passed, and something is owed. */
  public void isOverdue() {
    if (state == InvoiceState.OPEN) {
      state = InvoiceState.OVERDUE;
    }
  }

  /** Its tenant was reminded once more. */
  public void reminded() {
    reminders++;
  }

  /** Its tenant was told that it is going to be suspended for it. */
  public void warned(LocalDate on) {
    warnedOn = on;
  }

  /** What its tenant was told of a suspension does not hold any more. */
  public void isNotToBeSuspendedFor() {
    warnedOn = null;
  }

  /** Its tenant was suspended for it. */
  public void suspended(LocalDate on) {
    suspendedOn = on;
  }

  /** The next day on which it is looked at; null for never. */
  public void lookAgain(@Nullable LocalDate on) {
    nextLook = on;
  }

  /** What is still owed; negative when there was paid too much. */
  public BigDecimal outstanding(Invoice invoice) {
    return invoice.total().amount().subtract(paid).subtract(credited);
  }

  private void judge(Invoice invoice) {
    if (state == InvoiceState.CREDIT) {
      return;
    }
    if (outstanding(invoice).signum() <= 0) {
      state = InvoiceState.SETTLED;
      nextLook = null;
      isNotToBeSuspendedFor();
    } else if (state == InvoiceState.SETTLED) {
      // Money was paid back: it is looked at once more, and judged by its last day of payment.
      state = InvoiceState.OPEN;
      nextLook = invoice.dueOn().plusDays(1);
    }
  }

  public InvoiceState state() {
    return state;
  }

  public BigDecimal paid() {
    return paid;
  }

  public BigDecimal credited() {
    return credited;
  }

  public int reminders() {
    return reminders;
  }

  /** When its tenant was told of a suspension to come; null: it was not. */
  public @Nullable LocalDate warnedOn() {
    return warnedOn;
  }

  /** When its tenant was suspended for it; null: it was not. */
  public @Nullable LocalDate suspendedOn() {
    return suspendedOn;
  }

  /** The day on which it is looked at next; null for never. */
  public @Nullable LocalDate nextLook() {
    return nextLook;
  }

  @Override
  public String toString() {
    return state + " " + version + " of " + invoiceId + ", tenant " + tenantId + ", " + nextLook;
  }
}
