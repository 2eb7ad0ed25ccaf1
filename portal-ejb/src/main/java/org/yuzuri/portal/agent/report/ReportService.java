package org.yuzuri.portal.agent.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.Agent;
import org.yuzuri.portal.agent.AgentProblem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.CommandResult;
import org.yuzuri.portal.agent.command.QueuedCommand;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.DaemonStatus;

/** Takes one report in one transaction: stores it, and tells the listener. */
@Stateless
public class ReportService {

  /** A daemon that was away longer than this has been given up by every deadline. */
  private static final Duration KEPT = Duration.ofDays(14);

  private static final Duration FLAGGED_KEPT = Duration.ofDays(90);

  /** Of each daemon, the newest. */
  static final int MOST_FLAGGED = 1000;

  /** What becomes of a report whose handling failed. */
  public enum AfterFailure {
    /** The daemon is to send it again. */
    REPEATED,
    /** It has failed once too often: the daemon is told not to send it again. */
    SET_ASIDE,
    /** Another copy of it was taken at the same time: there is nothing to repeat. */
    TAKEN_MEANWHILE
  }

  private static final Set<ReceivedReport.Disposition> FLAGGED =
      EnumSet.complementOf(EnumSet.of(ReceivedReport.Disposition.HANDLED));

  @Inject Clock clock;
  @Inject ReportListener listener;

  @PersistenceContext EntityManager em;

  /**
   * Handles a report, unless this agent sent it before. Transaction: new.
   *
   * @throws ProblemException a rule refuses it; call {@link #refuse} then
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void accept(ReportingAgent from, AgentReport report) {
    if (!isFirst(from, report, ReceivedReport.Disposition.HANDLED, null)) {
      ReceivedReport known = kept(from, report);
      if (!known.isToBeRepeated()) {
        return;
      }
      known.handled();
    }
    if (report instanceof CommandReport outcome) {
      commandReported(from, outcome);
    } else {
      if (report instanceof DaemonStatus status) {
        em.find(Agent.class, from.id()).runs(status.version());
      }
      listener.reported(from, report);
    }
  }

  /** Keeps a report that was refused, with the reason, so that it is not repeated. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void refuse(ReportingAgent from, AgentReport report, String reason) {
    isFirst(from, report, ReceivedReport.Disposition.TRIED, "");
    ReceivedReport received = kept(from, report);
    if (received.isToBeRepeated()) {
      received.flag(ReceivedReport.Disposition.REFUSED, reason, report);
      forgetTooMany(from);
    }
  }

  /**
   * Counts that the handling of a report failed, after which nothing of it was written.
   * Transaction: new.
   *
   * @param reason what went wrong, for the operator
   * @return what is to become of it
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public AfterFailure failed(ReportingAgent from, AgentReport report, String reason) {
    isFirst(from, report, ReceivedReport.Disposition.TRIED, "");
    ReceivedReport received = kept(from, report);
    if (!received.isToBeRepeated()) {
      return AfterFailure.TAKEN_MEANWHILE;
    }
    received.failed(reason, report);
    forgetTooMany(from);
    return received.isToBeRepeated() ? AfterFailure.REPEATED : AfterFailure.SET_ASIDE;
  }

  /**
   * Removes reports that are older than any repetition, and flagged ones that nobody looks at any
   * more. Beats come every few seconds, and what they say is kept by the features that listen.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public int forgetOld() {
    return em.createQuery(
            "delete from ReceivedReport r where r.receivedAt < :flagged"
                + " or (r.receivedAt < :known and r.disposition = :handled)")
        .setParameter("handled", ReceivedReport.Disposition.HANDLED)
        .setParameter("known", clock.instant().minus(KEPT))
        .setParameter("flagged", clock.instant().minus(FLAGGED_KEPT))
        .executeUpdate();
  }

  private void commandReported(ReportingAgent from, CommandReport report) {
    QueuedCommand command =
        em.find(QueuedCommand.class, report.commandId().toString(), LockModeType.PESSIMISTIC_WRITE);
    if (command == null || !command.isOf(from)) {
      throw new ProblemException(
          AgentProblem.FOREIGN_COMMAND, "commandId", report.commandId(), "a command of one's own");
    }
    if (!command.come(CommandResult.of(report.outcome(), clock.instant()))) {
      String why = "the command is " + command.state();
      kept(from, report).flag(ReceivedReport.Disposition.LATE, why, report);
      forgetTooMany(from);
      return;
    }
    ReportedCommand news = command.reported(report.outcome(), report.at());
    listener.commandReported(from, news);
  }

  /** However much a daemon says that cannot be used, it fills no table. */
  private void forgetTooMany(ReportingAgent from) {
    em.createQuery(
            "select r.id from ReceivedReport r where r.agentId = :agent"
                + " and r.disposition in :flagged order by r.id desc",
            Long.class)
        .setParameter("agent", from.id())
        .setParameter("flagged", FLAGGED)
        .setFirstResult(MOST_FLAGGED)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .ifPresent(last -> forgetFlaggedUpTo(from, last));
  }

  private void forgetFlaggedUpTo(ReportingAgent from, long last) {
    em.createQuery(
            "delete from ReceivedReport r where r.agentId = :agent"
                + " and r.disposition in :flagged and r.id <= :last")
        .setParameter("agent", from.id())
        .setParameter("flagged", FLAGGED)
        .setParameter("last", last)
        .executeUpdate();
  }

  /**
   * Keeps the report unless it is kept already, and says which. A daemon may send one twice at
   * once: the second waits here for the end of the first one's transaction, and is no failure.
   */
  private boolean isFirst(
      ReportingAgent from,
      AgentReport report,
      ReceivedReport.Disposition disposition,
      @Nullable String reason) {
    return em.createNativeQuery(
                "insert ignore into agent_report (agent_id, report_id, type, happened_at,"
                    + " received_at, disposition, reason) values (:agent, :report, :type,"
                    + " :happened, :received, :disposition, :reason)")
            .setParameter("agent", from.id())
            .setParameter("report", report.reportId().toString())
            .setParameter("type", report.getClass().getSimpleName())
            .setParameter("happened", report.at())
            .setParameter("received", clock.instant())
            .setParameter("disposition", disposition.name())
            .setParameter("reason", reason)
            .executeUpdate()
        == 1;
  }

  /** The report as it is kept. */
  private ReceivedReport kept(ReportingAgent from, AgentReport report) {
    return em.createQuery(
            "select r from ReceivedReport r where r.agentId = :agent and r.reportId = :report",
            ReceivedReport.class)
        .setParameter("agent", from.id())
        .setParameter("report", report.reportId().toString())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getSingleResult();
  }
}
