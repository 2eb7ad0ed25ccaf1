package org.yuzuri.portal.state.event;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Forgets signals that no page waits for any more, every ten minutes. */
@Singleton
public class ChangeFeedTimer {

  @Inject AsSystem asSystem;
  @Inject ChangeFeedService feed;

  /** Runs on every node; deleting twice is harmless. */
  @Schedule(hour = "*", minute = "*/10", persistent = false, info = "forget old change signals")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "old change signals were kept; they are tried again in 10 minutes",
        () -> asSystem.call(Actor.system("push"), feed::forgetOld));
  }
}
