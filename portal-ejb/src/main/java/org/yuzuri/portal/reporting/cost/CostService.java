package org.yuzuri.portal.reporting.cost;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.portal.usage.charge.Charge;

/** What a tenant's servers cost it, and its budgets, for its people. Transaction: required. */
@Stateless
public class CostService {

  /** Most budgets of a tenant. */
  static final int MOST_BUDGETS = 50;

  @Inject Costs costs;
  @Inject Quotas quotas;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * What the subject's tenant owes for a month so far, and will at its end.
   *
   * @param month as {@code 2026-03}; blank: the current one
   * @throws ProblemException INVALID_VALUE: month
   */
  @RequiresPermissions(Permissions.COST_READ)
  public CostView month(String month) {
    Instant now = clock.instant();
    return costs.of(subject.tenantId(), read(month, now), now);
  }

  /**
   * What it has used in a month, line by line, to be taken away as a file.
   *
   * @throws ProblemException INVALID_VALUE: month
   */
  @RequiresPermissions(Permissions.COST_READ)
  public List<Charge> usage(String month) {
    Instant now = clock.instant();
    YearMonth read = read(month, now);
    audit.record(subject.tenantId(), "cost.export", "cost of " + read, "");
    return costs.charges(subject.tenantId(), read, now);
  }

  /**
   * Sets a budget.
   *
   * @throws ProblemException INVALID_VALUE for each field that is wrong
   */
  @RequiresPermissions(Permissions.COST_WRITE)
  public void addBudget(BudgetDraft draft) {
    BudgetDraft.Read wanted = draft.read();
    long tenant = subject.tenantId();
    quotas.lock(tenant);
    List<Budget> there =
        em.createQuery("select b from Budget b where b.tenantId = :tenant", Budget.class)
            .setParameter("tenant", tenant)
            .getResultList();
    if (there.size() >= MOST_BUDGETS) {
      throw ProblemException.invalid(
          "label", draft.label(), "at most " + MOST_BUDGETS + " budgets");
    }
    boolean taken =
        there.stream()
            .anyMatch(
                budget ->
                    budget.label().equals(wanted.label())
                        && budget.amount().currency().equals(wanted.amount().currency()));
    if (taken) {
      throw ProblemException.invalid("label", draft.label(), "one that has no budget yet");
    }
    em.persist(
        new Budget(
            tenant,
            wanted.label(),
            wanted.amount(),
            wanted.thresholds(),
            subject.actor().name(),
            clock.instant()));
    audit.record(
        tenant,
        "budget.add",
        "budget " + wanted.label(),
        wanted.amount() + " at " + wanted.thresholds());
  }

  /**
   * Removes a budget.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  @RequiresPermissions(Permissions.COST_WRITE)
  public void removeBudget(long id) {
    Budget budget = em.find(Budget.class, id);
    if (budget == null || !subject.owns(budget.tenantId())) {
      throw ProblemException.notFound("budget", id);
    }
    em.remove(budget);
    audit.record(
        budget.tenantId(), "budget.remove", "budget " + budget.label(), "" + budget.amount());
  }

  private YearMonth read(String month, Instant now) {
    YearMonth current = costs.monthOf(now);
    String text = month.strip();
    if (text.isEmpty()) {
      return current;
    }
    if (text.matches("[12][0-9]{3}-[0-9]{2}")) {
      try {
        YearMonth read = YearMonth.parse(text);
        if (!read.isAfter(current)) {
          return read;
        }
      } catch (DateTimeParseException noSuchMonth) {
        throw ProblemException.invalid("month", month, "YYYY-MM");
      }
    }
    throw ProblemException.invalid("month", month, "YYYY-MM, a month up to " + current);
  }
}
