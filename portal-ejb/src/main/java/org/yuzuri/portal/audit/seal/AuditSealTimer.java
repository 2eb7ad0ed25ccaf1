package org.yuzuri.portal.audit.seal;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.platform.Attempts;

/** Seals new audit entries every ten seconds. */
@Singleton
public class AuditSealTimer {

  @Inject AsSystem asSystem;
  @Inject AuditKeeper keeper;
  @Inject Refusals refusals;

  /** Runs on every node; the row lock of the chain's end orders them. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "seal audit")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "audit entries were not sealed; they are tried again in 10 s",
        () -> {
          refusals.writeCounted();
          asSystem.run("seal audit", keeper::seal);
        });
  }
}
