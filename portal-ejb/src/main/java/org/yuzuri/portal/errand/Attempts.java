package org.yuzuri.portal.errand;

import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one item of a timer so that a poisoned one stops neither the rest nor the timer. */
public final class Attempts {

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  /** Runs the work for this item; what it throws is logged, and the item is due again. */
  public static void run(String what, long id, LongConsumer work) {
    try {
      work.accept(id);
    } catch (RuntimeException failed) {
      log.error(
          "{}={} could not be advanced and is tried again at the next tick", what, id, failed);
    }
  }

  private Attempts() {}
}
