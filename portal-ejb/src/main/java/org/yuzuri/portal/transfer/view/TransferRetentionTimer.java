package org.yuzuri.portal.transfer.view;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;

/** Removes installers' logs that are no longer kept. */
@Singleton
public class TransferRetentionTimer {

  private static final Logger log = LoggerFactory.getLogger(TransferRetentionTimer.class);

  @Inject AsSystem asSystem;
  @Inject TransferRetentionService retention;

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "47", persistent = false, info = "old installers' logs")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    try {
      asSystem.run("old installers' logs", retention::forgetOldLogs);
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again.
      log.error("old installers' logs were not removed; tried again in an hour", failed);
    }
  }
}
