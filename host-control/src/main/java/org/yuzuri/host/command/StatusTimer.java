package org.yuzuri.host.command;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.wire.report.DaemonStatus;

/** Tells the portal at start and every 60 seconds that the daemon lives. */
public final class StatusTimer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StatusTimer.class);
  private static final int PERIOD_SECONDS = 60;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "status");
            made.setDaemon(true);
            return made;
          });

  /**
   * Starts at once.
   *
   * @param facts asked anew for each status
   */
  public StatusTimer(
      String version,
      Supplier<Map<String, String>> facts,
      Consumer<DaemonStatus> sink,
      Clock clock) {
    Runnable tell =
        () -> {
          try {
            sink.accept(new DaemonStatus(UUID.randomUUID(), clock.instant(), version, facts.get()));
          } catch (RuntimeException e) {
            // The timer's edge: an exception would end the timer for ever.
            log.error("status could not be reported", e);
          }
        };
    var unused = thread.scheduleAtFixedRate(tell, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
