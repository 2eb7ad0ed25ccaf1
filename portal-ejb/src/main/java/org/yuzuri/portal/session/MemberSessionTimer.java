package org.yuzuri.portal.session;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Removes sessions that nobody ended. */
@Singleton
public class MemberSessionTimer {

  @Inject AsSystem asSystem;
  @Inject MemberSessionService sessions;

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "47", persistent = false, info = "old sessions")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "old sessions were not removed; tried again in an hour",
        () -> asSystem.run("old sessions", sessions::forgetOld));
  }
}
