package org.yuzuri.portal.run.timer;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Removes what runs asked daemons for, when it is no longer kept. */
@Singleton
public class RunRetentionTimer {

  @Inject AsSystem asSystem;
  @Inject RunRetentionService retention;

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "27", persistent = false, info = "old errands")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "old errands were not removed; tried again in an hour",
        () -> asSystem.run("old errands", retention::forgetOldErrands));
  }
}
