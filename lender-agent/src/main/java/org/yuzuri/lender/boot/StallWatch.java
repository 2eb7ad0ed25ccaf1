package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a stream from which nothing has come for too long, so that its reader fails and can ask
 * again: a body has no time limit of its own in Java's HTTP client.
 */
final class StallWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StallWatch.class);
  private static final int LOOKS_PER_STALL = 4;
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "stall-watch");
            thread.setDaemon(true);
            return thread;
          });

  private final InputStream stream;
  private final long longestNanos;
  private final ScheduledFuture<?> looks;
  private volatile long lastNanos = System.nanoTime();

  StallWatch(InputStream stream, Duration longestStall) {
    this.stream = stream;
    this.longestNanos = longestStall.toNanos();
    long period = longestNanos / LOOKS_PER_STALL;
    this.looks = TIMER.scheduleAtFixedRate(this::look, period, period, TimeUnit.NANOSECONDS);
  }

  /** Something came. */
  void progressed() {
    lastNanos = System.nanoTime();
  }

  private void look() {
    if (System.nanoTime() - lastNanos < longestNanos) {
      return;
    }
    try {
      stream.close();
    } catch (IOException e) {
      log.debug("stalled stream could not be closed", e);
    }
  }

  @Override
  public void close() {
    looks.cancel(false);
  }
}
