package org.yuzuri.portal.transfer.view;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Removes installers' logs that are no longer kept. */
@Singleton
public class TransferRetentionTimer {

  @Inject AsSystem asSystem;
  @Inject TransferRetentionService retention;

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "47", persistent = false, info = "old installers' logs")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "old installers' logs were not removed; tried again in an hour",
        () -> asSystem.run("old installers' logs", retention::forgetOldLogs));
  }
}
