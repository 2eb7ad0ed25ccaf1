package org.yuzuri.portal.reporting.revenue;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Sums revenue: one month, one transaction, one catch. */
@Singleton
public class ReckoningTimer {

  @Inject ReckoningService reckoning;
  @Inject AsSystem asSystem;

  /** Looks every minute; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "*", second = "45", persistent = false, info = "revenue")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "revenue was not summed; tried again in a minute",
        () -> asSystem.run("revenue", () -> reckoning.listDue().forEach(month -> reckon(month))));
  }

  private void reckon(String month) {
    Attempts.tick("revenue of " + month + " was not summed", () -> reckoning.reckon(month));
  }
}
