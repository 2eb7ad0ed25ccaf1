package org.yuzuri.portal.invoice.run;

import java.util.Optional;
import java.util.function.Function;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.PortalDatabase;

/**
 * Whoever bills {@link BilledMonthFiller#MONTH}, and the timer: each goes on with what is there.
 */
final class RunClerk {

  private final PortalDatabase portal;
  private final PortalDatabase beside;

  /** Works by this portal. */
  RunClerk(PortalDatabase portal) {
    this(portal, portal);
  }

  /** Works by one portal and looks by another one, which nobody kills. */
  RunClerk(PortalDatabase portal, PortalDatabase beside) {
    this.portal = portal;
    this.beside = beside;
  }

  /** What people and the timer do next, whatever is there, until the month is billed. */
  void takeUp() {
    prepare();
    issue(Integer.MAX_VALUE);
    finish();
  }

  /** Has a run issued: the open one, or a new one. */
  void prepare() {
    if (newest().map(RunView::state).orElse(RunState.CALLED_OFF) == RunState.CALLED_OFF) {
      start();
    }
    newest()
        .filter(RunView::isInReview)
        .ifPresent(
            run ->
                lender(
                    portal,
                    w -> {
                      w.issue(run.id());
                      return true;
                    }));
  }

  /** Issues so many documents, each in a transaction of its own. */
  void issue(int documents) {
    IssuingService issuing = portal.asPortal(w -> w.get(IssuingService.class));
    new AsSystem().run("invoice run", () -> issuing.listWaiting(documents).forEach(issuing::issue));
  }

  private void finish() {
    IssuingService issuing = portal.asPortal(w -> w.get(IssuingService.class));
    new AsSystem().run("invoice run", issuing::finish);
  }

  long start() {
    return lender(portal, w -> w.start(BilledMonthFiller.MONTH));
  }

  void callOff(long run) {
    lender(
        portal,
        w -> {
          w.callOff(run);
          return true;
        });
  }

  Optional<RunView> newest() {
    return lender(beside, InvoiceRunService::newest);
  }

  private static <T> T lender(PortalDatabase portal, Function<InvoiceRunService, T> work) {
    return portal.as(
        Tenants.LENDER, Role.LENDER_ADMIN, w -> work.apply(w.get(InvoiceRunService.class)));
  }
}
