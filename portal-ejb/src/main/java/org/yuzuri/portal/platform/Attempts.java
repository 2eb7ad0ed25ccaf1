package org.yuzuri.portal.platform;

import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one item of a timer so that a poisoned one stops neither the rest nor the timer. */
public final class Attempts {

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  /**
   * Runs the work for this item.
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
