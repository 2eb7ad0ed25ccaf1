package org.yuzuri.portal.audit.seal;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;

/** Checks the whole audit trail every night; apart from the sealing, which goes on meanwhile. */
@Singleton
public class AuditCheckTimer {

  private static final Logger log = LoggerFactory.getLogger(AuditCheckTimer.class);

  @Inject AsSystem asSystem;
  @Inject AuditKeeper keeper;

  /** Runs on every node: each has checkpoints of its own. */
  @Schedule(hour = "3", minute = "11", persistent = false, info = "check audit")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    try {
      asSystem.run("check audit", keeper::check);
    } catch (RuntimeException failed) {
      // The tick's edge: the next night tries again.
      log.error(
          "{}: the trail could not be checked, tried again in a day", AuditKeeper.ALARM, failed);
    }
  }
}
