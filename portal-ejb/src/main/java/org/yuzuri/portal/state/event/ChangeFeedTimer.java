package org.yuzuri.portal.state.event;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;

/** Forgets signals that no page waits for any more, every ten minutes. */
@Singleton
public class ChangeFeedTimer {

  private static final Logger log = LoggerFactory.getLogger(ChangeFeedTimer.class);

  @Inject AsSystem asSystem;
  @Inject ChangeFeedService feed;

  /** Runs on every node; deleting twice is harmless. */
  @Schedule(hour = "*", minute = "*/10", persistent = false, info = "forget old change signals")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    try {
      asSystem.call(Actor.system("push"), feed::forgetOld);
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again.
      log.warn("old change signals were kept; they are tried again in 10 minutes", failed);
    }
  }
}
