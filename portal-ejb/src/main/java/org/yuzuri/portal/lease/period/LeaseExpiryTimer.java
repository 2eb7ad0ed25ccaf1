package org.yuzuri.portal.lease.period;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/**
 * Ends leases whose period is over: one item, one transaction, one catch. What fails is put off, so
 * that leases that fail again and again keep no other waiting.
 */
@Singleton
public class LeaseExpiryTimer {

  private static final int BATCH = 20;

  @Inject LeaseExpiryService leases;
  @Inject AsSystem asSystem;

  /** Looks every ten seconds. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "expire leases")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "leases that are over were not ended; tried again in ten seconds",
        () -> asSystem.run("lease expiry", () -> leases.listExpired(BATCH).forEach(this::expire)));
  }

  private void expire(long id) {
    Attempts.run("lease", id, leases::expire, leases::putOffExpiry);
  }
}
