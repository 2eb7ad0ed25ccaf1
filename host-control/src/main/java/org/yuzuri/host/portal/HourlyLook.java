package org.yuzuri.host.portal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.BackOff;

/**
 * A thread that looks at something with the portal at once and every hour, after a failure sooner.
 */
final class HourlyLook implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HourlyLook.class);
  private static final Duration PERIOD = Duration.ofHours(1);

  private final BackOff backOff = new BackOff(Duration.ofMinutes(1), PERIOD);
  private final Thread thread;
  private final Runnable work;
  private final String notYet;

  /**
   * Does nothing before {@link #start()}.
   *
   * @param name of the thread
   * @param work what is done at each look; done again after it throws
   * @param notYet what the log says when it throws
   */
  HourlyLook(String name, Runnable work, String notYet) {
    this.thread = new Thread(this::lookUntilInterrupted, name);
    this.work = work;
    this.notYet = notYet;
    thread.setDaemon(true);
  }

  /** Begins to look. */
  void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void lookUntilInterrupted() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(look().toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once; tells how long to wait before the next look. */
  Duration look() {
    try {
      work.run();
      backOff.reset();
      return PERIOD;
    } catch (PortalUnavailableException | PortalRefusedException e) {
      log.warn("{}: {}", notYet, e.getMessage());
    } catch (RuntimeException e) {
      // The thread's edge: without it a full disk would end all looks, and later the daemon.
      log.error("{}; check the state directory", notYet, e);
    }
    return backOff.nextWait();
  }
}
