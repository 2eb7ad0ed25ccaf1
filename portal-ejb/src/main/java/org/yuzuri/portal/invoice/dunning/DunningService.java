package org.yuzuri.portal.invoice.dunning;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.invoice.Invoice;
import org.yuzuri.portal.invoice.InvoiceBalance;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.invoice.issuer.Issuers;
import org.yuzuri.portal.invoice.letter.BillingLetters;
import org.yuzuri.portal.usage.charge.Charges;

/** Looks at invoices once a day. Called as the portal. Transactions: required. */
@Stateless
public class DunningService {

  private static final int MOST_REMINDERS = 3;

  @Inject Clock clock;
  @Inject Charges charges;
  @Inject AuditTrail audit;
  @Inject InvoiceBook book;
  @Inject Issuers issuers;
  @Inject BillingLetters letters;
  @Inject UnpaidSuspensions suspensions;

  @PersistenceContext EntityManager em;

  /** Invoices that something is owed of and that are to be looked at, those due first first. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listDue(int limit) {
    return em.createQuery(
            "select b.invoiceId from InvoiceBalance b where b.state in :owed"
                + " and b.nextLook <= :today order by b.nextLook, b.invoiceId",
            Long.class)
        .setParameter("owed", List.of(InvoiceState.OPEN, InvoiceState.OVERDUE))
        .setParameter("today", today())
        .setMaxResults(limit)
        .getResultList();
  }

  /** Looks at one, unless it was looked at today or is settled meanwhile. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void look(long invoiceId) {
    InvoiceBook.Stored stored = book.locked(invoiceId);
    Invoice invoice = stored.invoice();
    InvoiceBalance balance = stored.balance();
    LocalDate today = today();
    LocalDate next = balance.nextLook();
    if (next == null || next.isAfter(today)) {
      return;
    }
    balance.lookAgain(today.plusDays(1));
    if (!today.isAfter(invoice.dueOn())) {
      return;
    }
    if (balance.state() == InvoiceState.OPEN) {
      balance.isOverdue();
      audit.record(
          invoice.tenantId(), "invoice.overdue", "invoice " + invoice.number(), "" + today);
    }
    remind(invoice, balance, ChronoUnit.DAYS.between(invoice.dueOn(), today));
    suspensions.look(invoice, balance, today);
  }

  /** A portal that was down gives one reminder a day, not all at once. */
  private void remind(Invoice invoice, InvoiceBalance balance, long daysOver) {
    Integer every = issuers.now().policy().reminderDays();
    int reminder = balance.reminders() + 1;
    if (every == null || reminder > MOST_REMINDERS || daysOver < (long) every * reminder) {
      return;
    }
    balance.reminded();
    letters.overdue(invoice, new Money(balance.outstanding(invoice), invoice.currency()), reminder);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), charges.zone());
  }
}
