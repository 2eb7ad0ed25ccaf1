package org.yuzuri.portal.audit.seal;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Checks the whole audit trail every night; apart from the sealing, which goes on meanwhile. */
@Singleton
public class AuditCheckTimer {

  @Inject AsSystem asSystem;
  @Inject AuditKeeper keeper;

  /** Runs on every node: each has checkpoints of its own. */
  @Schedule(hour = "3", minute = "11", persistent = false, info = "check audit")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        AuditKeeper.ALARM + ": the trail could not be checked, tried again in a day",
        () -> asSystem.run("check audit", keeper::check));
  }
}
