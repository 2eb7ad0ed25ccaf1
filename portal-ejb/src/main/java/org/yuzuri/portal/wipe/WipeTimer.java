package org.yuzuri.portal.wipe;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.errand.Attempts;

/** Drives due wipes: one item, one transaction, one catch. */
@Singleton
public class WipeTimer {

  private static final int BATCH = 20;

  @Inject WipeService wipes;
  @Inject AsSystem asSystem;

  /** Looks each second. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "advance wipes")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    asSystem.run("wipe timer", () -> wipes.listDue(BATCH).forEach(this::advance));
  }

  private void advance(long id) {
    Attempts.run("wipe", id, wipes::advance, wipes::stumbled);
  }
}
