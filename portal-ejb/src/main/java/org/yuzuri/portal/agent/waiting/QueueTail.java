package org.yuzuri.portal.agent.waiting;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.platform.Attempts;

/**
 * Tails the queues of all waiting agents once a second: other nodes put commands into them, too.
 */
@Singleton
public class QueueTail {

  private static final Logger log = LoggerFactory.getLogger(QueueTail.class);

  @Inject WaitingAgents waiting;

  private boolean failing;

  /** Runs on every node: an agent waits at one of them. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "waiting agents")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    try {
      waiting.tick();
      failing = false;
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again. A tick a second would fill the log.
      if (!failing && !Attempts.isTheEnd(failed)) {
        log.warn("commands of other nodes wait for the next poll; tried every second", failed);
      }
      failing = true;
    }
  }
}
