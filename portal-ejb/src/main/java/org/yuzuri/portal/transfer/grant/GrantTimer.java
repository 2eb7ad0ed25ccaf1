package org.yuzuri.portal.transfer.grant;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Keeps the openings of leased servers: one lease, one transaction, one catch. */
@Singleton
public class GrantTimer {

  private static final int BATCH = 100;

  @Inject GrantService grants;
  @Inject AsSystem asSystem;

  /** Looks every ten seconds. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "keep grants")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    asSystem.run("grants", () -> grants.listDue(BATCH).forEach(this::keep));
  }

  private void keep(long id) {
    Attempts.tick(
        "lease=" + id + " keeps its openings only until they shut; tried again in ten seconds",
        () -> grants.keep(id));
  }
}
