package org.yuzuri.portal.invoice.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.invoice.Invoice;
import org.yuzuri.portal.invoice.InvoiceBalance;
import org.yuzuri.portal.invoice.issuer.Issuers;
import org.yuzuri.portal.invoice.issuer.PolicyDraft;
import org.yuzuri.portal.invoice.letter.BillingLetters;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.tenant.TenantBook;
import org.yuzuri.portal.tenant.TenantState;

/**
 * Suspends tenants that do not pay, if the rules say so: each is told first, and has seven days
 * from then on; who is suspended already is told once it is not any more. An invoice suspends its
 * tenant once; a person resumes it, also while it still owes. Transaction: the caller's, which
 * holds the lock of the balance.
 */
@ApplicationScoped
class UnpaidSuspensions {

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Issuers issuers;
  @Inject BillingLetters letters;
  @Inject TenantBook tenants;

  /** Looks at an invoice that is overdue. */
  void look(Invoice invoice, InvoiceBalance balance, LocalDate today) {
    Integer days = issuers.now().policy().suspendDays();
    if (balance.suspendedOn() != null) {
      return;
    }
    if (days == null || tenants.tenant(invoice.tenantId()).state() != TenantState.OPEN) {
      // Nobody is told of a suspension that is not to come, nor held to what was told before.
      balance.isNotToBeSuspendedFor();
      return;
    }
    LocalDate planned = invoice.dueOn().plusDays(days);
    LocalDate warned = balance.warnedOn();
    if (warned == null) {
      warn(invoice, balance, planned, today);
    } else if (!today.isBefore(later(planned, warned.plusDays(PolicyDraft.WARNING_DAYS)))) {
      suspend(invoice, balance, today);
    }
  }

  private void warn(Invoice invoice, InvoiceBalance balance, LocalDate planned, LocalDate today) {
    if (today.isBefore(planned.minusDays(PolicyDraft.WARNING_DAYS))) {
      return;
    }
    LocalDate on = later(planned, today.plusDays(PolicyDraft.WARNING_DAYS));
    balance.warned(today);
    letters.suspensionAhead(invoice, owed(invoice, balance), on);
    audit.record(
        invoice.tenantId(),
        "invoice.warn",
        "invoice " + invoice.number(),
        "to be suspended on " + on);
  }

  private void suspend(Invoice invoice, InvoiceBalance balance, LocalDate today) {
    balance.suspended(today);
    String reason = UnpaidReason.of(invoice.number());
    Cause cause = new Cause(subject.actor(), clock.instant(), "TENANT_SUSPEND", reason, null);
    if (tenants.suspend(invoice.tenantId(), cause)) {
      letters.suspended(invoice, owed(invoice, balance));
      audit.record(invoice.tenantId(), "tenant.suspend", "tenant " + invoice.tenantId(), reason);
    }
  }

  private static Money owed(Invoice invoice, InvoiceBalance balance) {
    return new Money(balance.outstanding(invoice), invoice.currency());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
