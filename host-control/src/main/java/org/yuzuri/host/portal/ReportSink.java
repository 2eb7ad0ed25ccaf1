package org.yuzuri.host.portal;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.BackOff;
import org.yuzuri.wire.call.ReportsAccepted;
import org.yuzuri.wire.report.AgentReport;

/**
 * Gets reports to the portal: written to disk first, sent in order, repeated until accepted, also
 * over restarts of either side. One that the portal answers and does not take rests while the
 * others go on, and is set aside after {@value #MOST_TRIES} tries. Safe for threads; one own thread
 * sends.
 */
public final class ReportSink implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReportSink.class);
  private static final int MOST_AT_ONCE = 50;
  private static final int MOST_BYTES_AT_ONCE = 1 << 20;
  private static final int MOST_TRIES = 3;
  private static final Duration REST = Duration.ofSeconds(5);

  /** Answers that say something against one of the reports, or against so many of them at once. */
  private static final Set<Integer> SINGLY = Set.of(400, 413, 422);

  private final ReportSpool spool;
  private final Receiver receiver;
  private final Duration rest;
  private final Map<Long, Doubt> doubts = new HashMap<>();
  private final Semaphore work = new Semaphore(1);
  private final BackOff backOff = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5));
  private final Thread sender = new Thread(this::sendUntilInterrupted, "report-sink");

  public ReportSink(ReportSpool spool, Receiver receiver) {
    this(spool, receiver, REST);
  }

  /**
   * As above.
   *
   * @param rest how long a report that was not taken is left before it is tried again
   */
  ReportSink(ReportSpool spool, Receiver receiver, Duration rest) {
    this.spool = spool;
    this.receiver = receiver;
    this.rest = rest;
    sender.setDaemon(true);
  }

  /** Where reports go; the portal, seen from here. */
  @FunctionalInterface
  public interface Receiver {
    ReportsAccepted report(List<AgentReport> reports);
  }

  /** A report that the portal did not take, and until when it rests. */
  private record Doubt(int tries, long restsUntilNanos) {

    boolean rests() {
      return System.nanoTime() - restsUntilNanos < 0;
    }
  }

  /** Begins to send, first what an earlier run left behind. */
  public void start() {
    sender.start();
  }

  /** Keeps the report on disk and sends it soon. When this returns, the report cannot be lost. */
  public void add(AgentReport report) {
    spool.add(report);
    work.release();
  }

  /** Adds the report only if no other waits: for reports that the next one makes worthless. */
  public void addIfIdle(AgentReport report) {
    if (spool.isEmpty()) {
      add(report);
    }
  }

  /** Stops sending; what is not accepted stays on disk. */
  @Override
  public void close() {
    sender.interrupt();
  }

  private void sendUntilInterrupted() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (doubts.isEmpty()) {
          work.acquire();
        } else {
          work.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
        }
        work.drainPermits();
        List<SpooledReport> oldest = oldest();
        while (!oldest.isEmpty()) {
          attempt(oldest);
          oldest = oldest();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<SpooledReport> oldest() {
    return spool.oldest(MOST_AT_ONCE, MOST_BYTES_AT_ONCE, this::rests);
  }

  private boolean rests(long number) {
    Doubt doubt = doubts.get(number);
    return doubt != null && doubt.rests();
  }

  private void attempt(List<SpooledReport> reports) throws InterruptedException {
    try {
      sendOnce(reports);
    } catch (UncheckedIOException e) {
      // The sender's edge: a full or broken disk must not end it, the portal repeats nothing.
      log.error("reports cannot be kept; check the state directory", e);
      Thread.sleep(backOff.nextWait().toMillis());
    }
  }

  private void sendOnce(List<SpooledReport> reports) throws InterruptedException {
    Duration atLeast = Duration.ZERO;
    try {
      send(reports);
      backOff.reset();
      return;
    } catch (PortalRefusedException e) {
      if (SINGLY.contains(e.status())) {
        setAsideTheRefused(reports);
        return;
      }
      log.warn("reports are refused: {}", e.getMessage());
    } catch (PortalUnavailableException e) {
      log.warn("reports wait, {} of them: {}", spool.size(), e.getMessage());
      atLeast = e.waitAtLeast();
    }
    Thread.sleep(Math.max(atLeast.toMillis(), backOff.nextWait().toMillis()));
  }

  private void send(List<SpooledReport> reports) {
    Map<SpooledReport, AgentReport> found = new LinkedHashMap<>();
    reports.forEach(spooled -> spool.read(spooled).ifPresent(read -> found.put(spooled, read)));
    if (found.isEmpty()) {
      return;
    }
    Set<UUID> accepted = Set.copyOf(receiver.report(List.copyOf(found.values())).accepted());
    found.forEach(
        (spooled, report) -> {
          if (accepted.contains(report.reportId())) {
            spool.remove(spooled);
            doubts.remove(spooled.number());
          } else {
            doubt(spooled, report);
          }
        });
  }

  private void doubt(SpooledReport spooled, AgentReport report) {
    Doubt before = doubts.remove(spooled.number());
    int tries = before == null ? 1 : before.tries() + 1;
    if (tries < MOST_TRIES) {
      doubts.put(spooled.number(), new Doubt(tries, System.nanoTime() + rest.toNanos()));
      return;
    }
    log.error(
        "{} {} was not taken by the portal {} times and is set aside in {}",
        report.getClass().getSimpleName(),
        report.reportId(),
        tries,
        spool.setAside(spooled));
  }

  // One report that the portal cannot read must not hold up the others: find it by sending singly.
  private void setAsideTheRefused(List<SpooledReport> reports) {
    for (SpooledReport spooled : reports) {
      try {
        send(List.of(spooled));
      } catch (PortalRefusedException e) {
        doubts.remove(spooled.number());
        log.error(
            "a report is refused and set aside in {}: {}", spool.setAside(spooled), e.getMessage());
      } catch (PortalUnavailableException e) {
        log.debug("portal went away while a refused report was looked for", e);
        return;
      }
    }
  }
}
