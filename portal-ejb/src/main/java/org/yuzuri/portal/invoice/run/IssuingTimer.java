package org.yuzuri.portal.invoice.run;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Issues the documents of runs: one tenant, one transaction, one catch. */
@Singleton
public class IssuingTimer {

  private static final int BATCH = 500;

  @Inject IssuingService issuing;
  @Inject AsSystem asSystem;

  /** Looks every ten seconds; on several nodes at once each item is issued once. */
  @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false, info = "invoice runs")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "no documents were issued; tried again in ten seconds",
        () ->
            asSystem.run(
                "invoice run",
                () -> {
                  issuing.listWaiting(BATCH).forEach(this::issue);
                  issuing.finish();
                }));
  }

  /** What fails is due again in ten seconds, three times; then it is set aside. */
  private void issue(long itemId) {
    Attempts.run("invoice run item", itemId, issuing::issue, issuing::stumbled);
  }
}
