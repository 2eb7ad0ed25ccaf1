package org.yuzuri.portal.notice;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Warns before leases end: one item, one transaction, one catch. */
@Singleton
public class LeaseWarningTimer {

  private static final int BATCH = 200;

  @Inject LeaseWarningService warnings;
  @Inject AsSystem asSystem;

  /** Looks every minute. */
  @Schedule(hour = "*", minute = "*", second = "20", persistent = false, info = "lease warnings")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "nobody was warned of the end of leases; tried again in a minute",
        () -> asSystem.run("lease warnings", () -> warnings.listDue(BATCH).forEach(this::look)));
  }

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "41", persistent = false, info = "old lease warnings")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forgetOld() {
    Attempts.tick(
        "old warnings were not removed; tried again in an hour",
        () -> asSystem.run("old lease warnings", warnings::forgetOld));
  }

  /** What fails is due again in a minute. */
  private void look(long leaseId) {
    Attempts.run("lease", leaseId, warnings::look, failed -> {});
  }
}
