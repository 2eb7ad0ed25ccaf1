package org.yuzuri.portal.agent.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.platform.LineRate;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.report.AgentReport;

/**
 * Takes reports one by one: a refused one is noted, one whose handling fails is tried again, and is
 * set aside when it fails once too often. Begins no transaction itself.
 */
@ApplicationScoped
public class ReportIntake {

  private static final Logger log = LoggerFactory.getLogger(ReportIntake.class);

  private final AsSystem asSystem;
  private final ReportService reports;
  private final LineRate lines = new LineRate();

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected ReportIntake() {
    this(null, null);
  }

  /** Takes them by this service. */
  @Inject
  public ReportIntake(AsSystem asSystem, ReportService reports) {
    this.asSystem = asSystem;
    this.reports = reports;
  }

  /** Handles a report; false when the daemon is to send it again. */
  public boolean isTaken(ReportingAgent from, AgentReport report) {
    try {
      handle(from, report);
      return true;
    } catch (RuntimeException failed) {
      // The report's edge: one that fails must not keep the others of its batch back.
      return isSetAside(from, report, failed);
    }
  }

  private void handle(ReportingAgent from, AgentReport report) {
    try {
      asSystem.run(from.actor(), () -> reports.accept(from, report));
    } catch (ProblemException refused) {
      lines
          .line(from.name(), report.getClass() + " " + refused.code())
          .ifPresent(
              untold ->
                  log.warn(
                      "agent={} report={} refused: {} ({} like it before were left out)",
                      from.name(),
                      report,
                      refused.getMessage(),
                      untold));
      asSystem.run(from.actor(), () -> reports.refuse(from, report, refused.getMessage()));
    }
  }

  private boolean isSetAside(ReportingAgent from, AgentReport report, RuntimeException failed) {
    String reason = firstCause(failed).toString();
    ReportService.AfterFailure after;
    try {
      after = asSystem.call(from.actor(), () -> reports.failed(from, report, reason));
    } catch (RuntimeException uncounted) {
      // The report's edge, as above: nothing can be written now, so that the daemon has to keep it.
      uncounted.addSuppressed(failed);
      log.error(
          "agent={} report={} was neither handled nor counted; the daemon repeats it",
          from.name(),
          report.reportId(),
          uncounted);
      return false;
    }
    if (after == ReportService.AfterFailure.TAKEN_MEANWHILE) {
      log.info(
          "agent={} report={} came twice at once and was taken once: {}",
          from.name(),
          report.reportId(),
          reason);
      return true;
    }
    boolean setAside = after == ReportService.AfterFailure.SET_ASIDE;
    log.error(
        setAside
            ? "agent={} {} report={} failed once too often and is set aside; the daemon's page has it"
            : "agent={} {} report={} was not handled; the daemon repeats it",
        from.name(),
        report.getClass().getSimpleName(),
        report.reportId(),
        failed);
    return setAside;
  }

  private static Throwable firstCause(Throwable failed) {
    Throwable cause = failed;
    while (cause.getCause() != null && !Objects.equals(cause.getCause(), cause)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
