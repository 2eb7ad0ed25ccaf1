package org.yuzuri.gateway.tunnel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.RunningProgram;

/**
 * Hears from the IKE daemon that something happened to a tunnel. Who listens does not notice that
 * the daemon has ended.
 */
final class TunnelEvents implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TunnelEvents.class);
  private static final Duration BEFORE_THE_NEXT = Duration.ofSeconds(1);
  private static final int MOST_AT_ONCE = 8192;

  private final StrongSwan strongSwan;
  private final Runnable happened;
  private final Thread thread = new Thread(this::hearUntilInterrupted, "tunnel-events");
  private volatile @Nullable RunningProgram monitor;
  private boolean startable = true;

  /**
   * Does nothing before {@link #start()}.
   *
   * @param happened called once or several times for each event, also for one that was none
   */
  TunnelEvents(StrongSwan strongSwan, Runnable happened) {
    this.strongSwan = strongSwan;
    this.happened = happened;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
    hearAnew();
  }

  /** Listens to the daemon that is there now. */
  void hearAnew() {
    RunningProgram running = monitor;
    if (running != null) {
      running.close();
    }
  }

  private void hearUntilInterrupted() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        hear();
        Thread.sleep(BEFORE_THE_NEXT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // What is heard is not read: the watch asks for what there is now.
  private void hear() {
    try (RunningProgram running = strongSwan.monitor()) {
      monitor = running;
      startable = true;
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      InputStream output = running.output();
      byte[] said = new byte[MOST_AT_ONCE];
      for (int length = output.read(said); length >= 0; length = output.read(said)) {
        log.debug("{}", new String(said, 0, length, UTF_8).strip());
        happened.run();
      }
    } catch (StrongSwanException e) {
      if (startable) {
        log.warn("tunnels are told of a second late: {}", e.getMessage());
      }
      startable = false;
    } catch (IOException e) {
      log.debug("no news of tunnels: {}", e.getMessage());
    } finally {
      monitor = null;
    }
  }
}
