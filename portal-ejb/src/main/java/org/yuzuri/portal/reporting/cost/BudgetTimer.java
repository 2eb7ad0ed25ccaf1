package org.yuzuri.portal.reporting.cost;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Watches budgets: one tenant, one transaction, one catch. */
@Singleton
public class BudgetTimer {

  @Inject BudgetWatchService budgets;
  @Inject AsSystem asSystem;

  /** Looks every hour, after its usage is written down; each mail is sent once. */
  @Schedule(hour = "*", minute = "12", persistent = false, info = "budgets")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "nobody was told of budgets; tried again in an hour",
        () -> asSystem.run("budgets", () -> budgets.listTenants().forEach(this::look)));
  }

  private void look(long tenantId) {
    Attempts.run("tenant", tenantId, budgets::look, failed -> {});
  }
}
