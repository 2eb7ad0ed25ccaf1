package org.yuzuri.host.portal;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.BackOff;
import org.yuzuri.wire.call.ReportsAccepted;
import org.yuzuri.wire.report.AgentReport;

/**
 * Gets reports to the portal: written to disk first, sent in order, repeated until accepted, also
 * over restarts of either side. Safe for threads; one own thread sends.
 */
public final class ReportSink implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReportSink.class);
  private static final int MOST_AT_ONCE = 50;
  private static final int MOST_LENGTH_AT_ONCE = 1 << 20;

  private final ReportSpool spool;
  private final Receiver receiver;
  private final Semaphore work = new Semaphore(1);
  private final BackOff backOff = new BackOff(Duration.ofMillis(250), Duration.ofSeconds(5));
  private final Thread sender = new Thread(this::sendUntilInterrupted, "report-sink");

  public ReportSink(ReportSpool spool, Receiver receiver) {
    this.spool = spool;
    this.receiver = receiver;
    sender.setDaemon(true);
  }

  /** Where reports go; the portal, seen from here. */
  @FunctionalInterface
  public interface Receiver {
    ReportsAccepted report(List<AgentReport> reports);
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
        work.acquire();
        work.drainPermits();
        while (!spool.isEmpty()) {
          attempt();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt() throws InterruptedException {
    try {
      sendOnce();
    } catch (UncheckedIOException e) {
      // The sender's edge: a full or broken disk must not end it, the portal repeats nothing.
      log.error("reports cannot be kept; check the state directory", e);
      Thread.sleep(backOff.nextWait().toMillis());
    }
  }

  private void sendOnce() throws InterruptedException {
    List<ReportSpool.Entry> oldest = spool.oldest(MOST_AT_ONCE, MOST_LENGTH_AT_ONCE);
    try {
      int accepted = send(oldest);
      if (accepted > 0) {
        backOff.reset();
        return;
      }
      log.warn("portal accepted none of {} reports", oldest.size());
    } catch (PortalRefusedException e) {
      if (e.status() == 400 || e.status() == 422) {
        setAsideTheRefused(oldest);
        return;
      }
      log.warn("reports are refused: {}", e.getMessage());
    } catch (PortalUnavailableException e) {
      log.warn("reports wait, {} of them: {}", spool.size(), e.getMessage());
    }
    Thread.sleep(backOff.nextWait().toMillis());
  }

  private int send(List<ReportSpool.Entry> entries) {
    ReportsAccepted answer =
        receiver.report(entries.stream().map(ReportSpool.Entry::report).toList());
    Set<?> accepted = Set.copyOf(answer.accepted());
    List<ReportSpool.Entry> done =
        entries.stream().filter(entry -> accepted.contains(entry.report().reportId())).toList();
    done.forEach(spool::remove);
    return done.size();
  }

  // One report that the portal cannot read must not hold up the others: find it by sending singly.
  private void setAsideTheRefused(List<ReportSpool.Entry> entries) {
    for (ReportSpool.Entry entry : entries) {
      try {
        send(List.of(entry));
      } catch (PortalRefusedException e) {
        log.error(
            "report {} is refused and set aside in {}: {}",
            entry.report().reportId(),
            spool.setAside(entry),
            e.getMessage());
      } catch (PortalUnavailableException e) {
        log.debug("portal went away while a refused report was looked for", e);
        return;
      }
    }
  }
}
