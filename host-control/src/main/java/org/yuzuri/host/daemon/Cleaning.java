package org.yuzuri.host.daemon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets at start and every day what is old: a daemon that runs for months must not fill its disk.
 * One thread of its own.
 */
final class Cleaning implements AutoCloseable {

  /** How often what is old is forgotten. */
  static final Duration PERIOD = Duration.ofDays(1);

  private static final Logger log = LoggerFactory.getLogger(Cleaning.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "cleaning");
            made.setDaemon(true);
            return made;
          });

  /**
   * Starts at once.
   *
   * @param places each forgets what is old at the instant that it is given
   */
  Cleaning(List<Consumer<Instant>> places, Duration period, Clock clock) {
    Runnable clean = () -> places.forEach(place -> forgetOld(place, clock.instant()));
    var unused = thread.scheduleAtFixedRate(clean, 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void forgetOld(Consumer<Instant> place, Instant now) {
    try {
      place.accept(now);
    } catch (RuntimeException e) {
      // The timer's edge: one place that cannot be cleaned stops neither the others nor the timer.
      log.error("what is old could not be forgotten; check the state directory", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
