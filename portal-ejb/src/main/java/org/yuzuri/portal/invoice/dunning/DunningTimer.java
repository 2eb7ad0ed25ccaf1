package org.yuzuri.portal.invoice.dunning;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Looks at invoices that should have been paid: one item, one transaction, one catch. */
@Singleton
public class DunningTimer {

  private static final int BATCH = 500;

  @Inject DunningService dunning;
  @Inject AsSystem asSystem;

  /** Every ten minutes; each invoice is looked at once a day. */
  @Schedule(hour = "*", minute = "7/10", persistent = false, info = "overdue invoices")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "overdue invoices were not looked at; tried again in ten minutes",
        () -> asSystem.run("overdue invoices", () -> dunning.listDue(BATCH).forEach(this::look)));
  }

  private void look(long invoiceId) {
    Attempts.run("invoice", invoiceId, dunning::look, failed -> {});
  }
}
