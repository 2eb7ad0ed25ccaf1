package org.yuzuri.portal.invoice.run;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.invoice.BilledLines;
import org.yuzuri.portal.invoice.Invoice;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceDraft;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.issuer.IssuerDraft;
import org.yuzuri.portal.invoice.issuer.Issuers;
import org.yuzuri.portal.invoice.letter.BillingLetters;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.row.RowLock;
import org.yuzuri.portal.tenant.TenantBook;
import org.yuzuri.portal.tenant.TenantView;
import org.yuzuri.portal.usage.charge.Charges;

/**
 * Issues the documents of runs that people let go, one tenant in each transaction: what was broken
 * off goes on with the tenants that have none. Called as the portal. Transactions: required.
 */
@Stateless
public class IssuingService {

  private static final String CHANGED = "CHANGED_SINCE_REVIEW";
  private static final String NOTHING_TO_CREDIT = "NOTHING_TO_CREDIT";

  /** Of a run that was issued, what was set aside is tried again. */
  private static final Set<RunState> GOING = Set.of(RunState.ISSUING, RunState.ISSUED);

  @Inject Clock clock;
  @Inject AuditTrail audit;
  @Inject Charges charges;
  @Inject Issuers issuers;
  @Inject Proposals proposals;
  @Inject BilledLines billedLines;
  @Inject InvoiceBook book;
  @Inject BillingLetters letters;
  @Inject TenantBook tenants;

  @PersistenceContext EntityManager em;

  /** Items of runs that are being issued and have no document yet, oldest first. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listWaiting(int limit) {
    return em.createQuery(
            "select m.id from RunItem m join InvoiceRun r on r.id = m.runId"
                + " where r.state in :going and m.state = :waiting order by m.id",
            Long.class)
        .setParameter("going", GOING)
        .setParameter("waiting", ItemState.WAITING)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Issues an item's document; does nothing when it has one. What changed since is refused. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void issue(long itemId) {
    RunItem item =
        RowLock.lock(em, RunItem.class, itemId)
            .orElseThrow(() -> ProblemException.notFound("run item", itemId));
    InvoiceRun run = em.find(InvoiceRun.class, item.runId());
    if (item.state() != ItemState.WAITING || !GOING.contains(run.state())) {
      return;
    }
    IssuerDraft issuer = issuers.complete().issuer();
    Optional<Proposal> proposal =
        proposals.ofTenant(item.tenantId(), run.month(), run.asOf()).stream()
            .filter(each -> each.currency().equals(item.currency()))
            .findFirst();
    if (proposal.filter(each -> item.isAsReviewed(each, issuer.rounding())).isEmpty()) {
      refuse(run, item, CHANGED, "other charges than reviewed");
      return;
    }
    Optional<InvoiceDraft> draft = draft(run, proposal.orElseThrow(), issuer);
    if (draft.isEmpty()) {
      refuse(run, item, NOTHING_TO_CREDIT, "negative, and there is no invoice to credit");
      return;
    }
    Invoice invoice = book.issue(draft.orElseThrow(), run.issuedBy());
    item.issued(invoice.id());
    letters.issued(invoice);
    audit.record(
        item.tenantId(),
        "invoice.issue",
        "invoice " + invoice.number(),
        invoice.total() + ", run " + run.id());
  }

  /** Notes that issuing an item failed: the third time it is set aside. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void stumbled(long itemId) {
    RunItem item =
        RowLock.lock(em, RunItem.class, itemId)
            .orElseThrow(() -> ProblemException.notFound("run item", itemId));
    if (item.state() == ItemState.WAITING && item.stumbled()) {
      audit.record(item.tenantId(), "invoice.setAside", "run " + item.runId(), "issuing it failed");
    }
  }

  /** Ends runs that have nothing left to issue; how many. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int finish() {
    List<Long> done =
        em.createQuery(
                "select r.id from InvoiceRun r where r.state = :issuing and not exists"
                    + " (select m from RunItem m where m.runId = r.id and m.state = :waiting)",
                Long.class)
            .setParameter("issuing", RunState.ISSUING)
            .setParameter("waiting", ItemState.WAITING)
            .getResultList();
    for (Long id : done) {
      InvoiceRun run = RowLock.lock(em, InvoiceRun.class, id).orElseThrow();
      if (run.state() == RunState.ISSUING) {
        run.issued(clock.instant());
      }
    }
    return done.size();
  }

  private void refuse(InvoiceRun run, RunItem item, String problem, String why) {
    item.refuse(problem);
    audit.record(item.tenantId(), "invoice.refuse", "run " + run.id(), why);
  }

  /** Empty when it is a credit note and its tenant has no invoice that it could take back from. */
  private Optional<InvoiceDraft> draft(InvoiceRun run, Proposal proposal, IssuerDraft issuer) {
    TenantView tenant = tenants.tenant(proposal.tenantId());
    ZoneId zone = charges.zone();
    Money total = proposal.net().plus(proposal.tax(issuer.rounding()));
    Long corrects = null;
    if (total.isNegative()) {
      corrects = billedLines.newest(tenant.id(), proposal.currency()).orElse(null);
      if (corrects == null) {
        return Optional.empty();
      }
      book.locked(corrects);
    }
    return Optional.of(
        new InvoiceDraft(
            tenant.id(),
            corrects == null ? InvoiceKind.INVOICE : InvoiceKind.CREDIT_NOTE,
            run.id(),
            corrects,
            "",
            run.month(),
            zone,
            issuer.due().due(LocalDate.ofInstant(clock.instant(), zone)),
            proposal.currency(),
            issuer.rounding(),
            new InvoiceDraft.Parties(
                issuer.name(),
                issuer.address(),
                issuer.registration(),
                issuer.bank(),
                issuer.terms(),
                tenant.name(),
                tenant.billingAddress()),
            proposal.lines()));
  }
}
