package org.yuzuri.portal.invoice.run;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.invoice.BilledLines;
import org.yuzuri.portal.invoice.issuer.IssuerView;
import org.yuzuri.portal.invoice.issuer.Issuers;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.row.RowLock;
import org.yuzuri.portal.usage.charge.Charges;

/** Runs: worked out, looked at, and let go by people. Transactions: required. */
@Stateless
public class InvoiceRunService {

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject StepUp stepUp;
  @Inject Charges charges;
  @Inject Issuers issuers;
  @Inject Proposals proposals;
  @Inject BilledLines billedLines;

  @PersistenceContext EntityManager em;

  /** The newest run, and what runs before have set aside; empty when there was none. */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public Optional<RunView> newest() {
    return em.createQuery("select r from InvoiceRun r order by r.id desc", InvoiceRun.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(this::view);
  }

  /** The last month that is over in the contract's zone. */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public YearMonth lastMonth() {
    return YearMonth.from(clock.instant().atZone(charges.zone())).minusMonths(1);
  }

  /**
   * Works a run out, for review: nothing is issued.
   *
   * @return its id
   * @throws ProblemException MONTH_NOT_OVER, RUN_IS_OPEN, ISSUER_INCOMPLETE of each field that a
   *     qualified invoice has to have
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public long start(YearMonth month) {
    if (month.isAfter(lastMonth())) {
      throw new ProblemException(
          RunProblem.MONTH_NOT_OVER, "month", month, lastMonth() + " or before");
    }
    // One start after the other: two at once would both find no open run.
    issuers.lock();
    IssuerView issuer = issuers.complete();
    checkNoneIsOpen();
    Instant now = clock.instant();
    InvoiceRun run = new InvoiceRun(month, now, issuer.version(), subject.actor());
    em.persist(run);
    em.flush();
    Map<Long, Map<Currency, Money>> before = billedLines.nets(month.minusMonths(1));
    for (Proposal proposal : proposals.ofAll(month, now)) {
      Money last =
          before
              .getOrDefault(proposal.tenantId(), Map.of())
              .getOrDefault(proposal.currency(), Money.zero(proposal.currency()));
      em.persist(new RunItem(run, proposal, issuer.issuer().rounding(), last));
    }
    audit.record("invoice.run.start", "run " + run.id(), month.toString());
    return run.id();
  }

  /**
   * Has a run's documents issued, as they were reviewed; the timer does it, tenant by tenant.
   *
   * @throws ProblemException RUN_NOT_IN_REVIEW, SECOND_PERSON_NEEDED, ISSUER_CHANGED_SINCE_REVIEW,
   *     STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public void issue(long id) {
    InvoiceRun run = locked(id);
    IssuerView issuer = issuers.complete();
    run.issue(subject.actor(), issuer.policy().twoPersons(), issuer.version());
    stepUp.check();
    audit.record("invoice.run.issue", "run " + id, run.month().toString());
  }

  /**
   * Forgets a run of which nothing was issued.
   *
   * @throws ProblemException RUN_NOT_IN_REVIEW
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public void callOff(long id) {
    InvoiceRun run = locked(id);
    run.callOff(clock.instant());
    audit.record("invoice.run.callOff", "run " + id, run.month().toString());
  }

  /**
   * Has an item issued that was set aside; the timer does it, as it was reviewed.
   *
   * @throws ProblemException NOT_FOUND, ITEM_NOT_SET_ASIDE
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public void tryAgain(long itemId) {
    RunItem item =
        RowLock.lock(em, RunItem.class, itemId)
            .orElseThrow(() -> ProblemException.notFound("run item", itemId));
    item.tryAgain();
    audit.record(item.tenantId(), "invoice.run.tryAgain", "run " + item.runId(), "");
  }

  private InvoiceRun locked(long id) {
    return RowLock.lock(em, InvoiceRun.class, id)
        .orElseThrow(() -> ProblemException.notFound("run", id));
  }

  private void checkNoneIsOpen() {
    em.createQuery("select r from InvoiceRun r where r.openSlot is not null", InvoiceRun.class)
        .getResultStream()
        .findFirst()
        .ifPresent(
            open -> {
              throw new ProblemException(
                  RunProblem.RUN_IS_OPEN, "run", open.month(), "no other run");
            });
  }

  private RunView view(InvoiceRun run) {
    List<RunView.Item> items =
        em.createQuery(
                "select new org.yuzuri.portal.invoice.run.RunView$Item(m.id, t.name, m.currency,"
                    + " m.state, m.lineCount, m.net, m.tax, m.beforeNet, m.problem, m.invoiceId,"
                    + " i.number) from RunItem m join Tenant t on t.id = m.tenantId"
                    + " left join Invoice i on i.id = m.invoiceId"
                    + " where m.runId = :run order by t.name, m.currency",
                RunView.Item.class)
            .setParameter("run", run.id())
            .getResultList();
    boolean own = run.startedName().equals(subject.actor().name());
    return new RunView(
        run.id(),
        run.month().toString(),
        run.state(),
        run.asOf(),
        run.startedName(),
        run.issuedBy(),
        run.endedAt(),
        own && issuers.now().policy().twoPersons(),
        items,
        setAside());
  }

  private List<RunView.SetAside> setAside() {
    return em.createQuery(
            "select new org.yuzuri.portal.invoice.run.RunView$SetAside(m.id, r.month, t.name,"
                + " m.currency, m.net, m.problem) from RunItem m"
                + " join InvoiceRun r on r.id = m.runId join Tenant t on t.id = m.tenantId"
                + " where m.state = :aside order by m.id",
            RunView.SetAside.class)
        .setParameter("aside", ItemState.SET_ASIDE)
        .setMaxResults(RunView.SHOWN)
        .getResultList();
  }
}
