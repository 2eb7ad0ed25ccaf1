package org.yuzuri.portal.reporting.cost;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;
import org.yuzuri.portal.quota.Quotas;

/** Tells tenants how far their budgets are used. Called as the portal. Transaction: required. */
@Stateless
public class BudgetWatchService {

  @Inject Costs costs;
  @Inject Members members;
  @Inject Mails mails;
  @Inject Quotas quotas;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Tenants that have budgets. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<Long> listTenants() {
    return em.createQuery(
            "select distinct b.tenantId from Budget b order by b.tenantId", Long.class)
        .getResultList();
  }

  /**
   * Tells a tenant's administrators and who pays for it of each budget whose next threshold is
   * reached, of each threshold once a month. Of two that are reached at once only the higher is
   * told.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void look(long tenantId) {
    quotas.lock(tenantId);
    CostView cost = costs.of(tenantId, costs.monthOf(clock.instant()), clock.instant());
    for (BudgetView budget : cost.budgets()) {
      budget.reached().ifPresent(threshold -> tell(tenantId, cost, budget, threshold));
    }
  }

  private void tell(long tenantId, CostView cost, BudgetView budget, int threshold) {
    Map<String, String> values =
        Map.of(
            "budget",
            budget.label().isEmpty() ? "*" : budget.label(),
            "month",
            cost.month().toString(),
            "percent",
            String.valueOf(budget.percent()),
            "spent",
            budget.soFar().printed(),
            "amount",
            budget.amount().printed(),
            "link",
            "/cost/list.xhtml?month=" + cost.month());
    String key = "budget/" + budget.id() + "/" + cost.month() + "/" + threshold + "/";
    for (Person person : members.ofTenant(tenantId, Role.TENANT_ADMIN, Role.TENANT_BILLING)) {
      String address = person.email();
      if (address != null && Recipient.isAddress(address)) {
        Recipient to =
            new Recipient(
                person.id(), address, person.displayName(), person.language(), person.zone());
        mails.send(new Letter(MailKind.BUDGET_REACHED, to, key + person.id(), values));
      }
    }
  }
}
