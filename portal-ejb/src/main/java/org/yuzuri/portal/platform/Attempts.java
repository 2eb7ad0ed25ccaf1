package org.yuzuri.portal.platform;

import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edges of timers: what fails is logged and tried again, and stops nothing else. What fails
 * because the portal is being stopped is nobody's fault, and is not logged.
 */
public final class Attempts {

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  /** What WildFly throws at whoever calls a bean that it has stopped, or is stopping. */
  private static final Set<String> ENDS =
      Set.of(
          "org.jboss.as.ee.component.ComponentIsStoppedException",
          "org.jboss.as.ejb3.component.EJBComponentUnavailableException");

  private static final int LONGEST_CAUSE_CHAIN = 20;

  /** Whether something failed only because the portal is being stopped. */
  public static boolean isTheEnd(Throwable failed) {
    @Nullable Throwable cause = failed;
    for (int depth = 0; cause != null && depth < LONGEST_CAUSE_CHAIN; depth++) {
      if (ENDS.contains(cause.getClass().getName())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /**
   * Runs all that a timer does at a tick.
   *
   * @param failure what is said when that throws: what was not done, and when it is tried again
   */
  public static void tick(String failure, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again.
      if (!isTheEnd(failed)) {
        log.error(failure, failed);
      }
    }
  }

  /**
   * Runs the work for this item: a poisoned one stops neither the rest nor the timer.
   *
   * @param work what is next for it, in a transaction of its own
   * @param stumbled what is done when that throws: the item is put off, or ended when its time is
   *     over; in a transaction of its own, too
   */
  public static void run(String what, long id, LongConsumer work, LongConsumer stumbled) {
    try {
      work.accept(id);
    } catch (RuntimeException failed) {
      // The item's edge: whatever is wrong with it, the others have their turn.
      if (isTheEnd(failed)) {
        return;
      }
      log.error("{}={} could not be advanced; it is put off and tried again", what, id, failed);
      putOff(what, id, stumbled);
    }
  }

  private static void putOff(String what, long id, LongConsumer stumbled) {
    try {
      stumbled.accept(id);
    } catch (RuntimeException failed) {
      // The item's edge, as above; nothing was written.
      if (!isTheEnd(failed)) {
        log.error("{}={} could not even be put off; it is due at the next tick", what, id, failed);
      }
    }
  }

  private Attempts() {}
}
