package org.yuzuri.portal.platform;

import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edges of timers: what fails is logged and tried again, and stops nothing else. */
public final class Attempts {

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

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
      log.error(failure, failed);
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
      log.error("{}={} could not be advanced; it is put off and tried again", what, id, failed);
      putOff(what, id, stumbled);
    }
  }

  private static void putOff(String what, long id, LongConsumer stumbled) {
    try {
      stumbled.accept(id);
    } catch (RuntimeException failed) {
      // The item's edge, as above; nothing was written.
      log.error("{}={} could not even be put off; it is due at the next tick", what, id, failed);
    }
  }

  private Attempts() {}
}
