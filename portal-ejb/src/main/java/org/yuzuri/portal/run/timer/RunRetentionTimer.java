package org.yuzuri.portal.run.timer;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;

/** Removes what runs asked daemons for, when it is no longer kept. */
@Singleton
public class RunRetentionTimer {

  private static final Logger log = LoggerFactory.getLogger(RunRetentionTimer.class);

  @Inject AsSystem asSystem;
  @Inject RunRetentionService retention;

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "27", persistent = false, info = "old errands")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    try {
      asSystem.run("old errands", retention::forgetOldErrands);
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again.
      log.error("old errands were not removed; tried again in an hour", failed);
    }
  }
}
