package org.yuzuri.lender.console;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a session from which nothing has come for so long: a BMC that gave it to somebody else
 * need not say so. A server that has nothing to say loses nothing by it.
 */
final class SilenceWatch implements AutoCloseable {

  private static final int LOOKS_PER_SILENCE = 4;
  private static final ScheduledExecutorService TIMER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "console-silence");
            thread.setDaemon(true);
            return thread;
          });

  private final Console session;
  private final long longestNanos;
  private final ScheduledFuture<?> looks;
  private volatile long lastNanos = System.nanoTime();
  private volatile boolean silent;

  SilenceWatch(Console session, Duration longest) {
    this.session = session;
    this.longestNanos = longest.toNanos();
    long period = longestNanos / LOOKS_PER_SILENCE;
    this.looks = TIMER.scheduleAtFixedRate(this::look, period, period, TimeUnit.NANOSECONDS);
  }

  /** Something came. */
  void heard() {
    lastNanos = System.nanoTime();
  }

  /** Whether the session was closed because nothing came. */
  boolean wasSilent() {
    return silent;
  }

  private void look() {
    if (!silent && System.nanoTime() - lastNanos >= longestNanos) {
      silent = true;
      session.close();
    }
  }

  @Override
  public void close() {
    looks.cancel(false);
  }
}
