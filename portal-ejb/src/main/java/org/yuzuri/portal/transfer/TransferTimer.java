package org.yuzuri.portal.transfer;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.errand.Attempts;

/** Drives due transfers: one item, one transaction, one catch. */
@Singleton
public class TransferTimer {

  private static final int BATCH = 20;

  @Inject TransferService transfers;
  @Inject AsSystem asSystem;

  /** Looks each second. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "advance transfers")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    asSystem.run("transfer timer", () -> transfers.listDue(BATCH).forEach(this::advance));
  }

  private void advance(long id) {
    Attempts.run("transfer", id, transfers::advance, transfers::stumbled);
  }
}
