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

  private static final Set<ReceivedReport.Disposition> FLAGGED =
      EnumSet.complementOf(EnumSet.of(ReceivedReport.Disposition.HANDLED));

  @Inject Clock clock;
  @Inject ReportListener listener;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /**
   * Handles a report, unless this agent sent it before. Transaction: new.
   *
   * @throws ProblemException a rule refuses it; call {@link #refuse} then
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void accept(ReportingAgent from, AgentReport report) {
    ReceivedReport received = received(from, report);
    if (!received.isToBeRepeated()) {
      return;
    }
    received.handled();
    em.persist(received);
    if (report instanceof CommandReport outcome) {
      commandReported(from, outcome, received);
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
    ReceivedReport received = received(from, report);
    if (received.isToBeRepeated()) {
      received.flag(ReceivedReport.Disposition.REFUSED, reason, report);
      em.persist(received);
      forgetTooMany(from);
    }
  }

  /**
   * Counts that the handling of a report failed, after which nothing of it was written.
   * Transaction: new.
   *
   * @param reason what went wrong, for the operator
   * @return whether the report is set aside now, and not to be repeated
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public boolean failed(ReportingAgent from, AgentReport report, String reason) {
    ReceivedReport received = received(from, report);
    if (received.isToBeRepeated()) {
      received.failed(reason, report);
      em.persist(received);
      forgetTooMany(from);
    }
    return !received.isToBeRepeated();
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

  private void commandReported(ReportingAgent from, CommandReport report, ReceivedReport received) {
    QueuedCommand command =
        em.find(QueuedCommand.class, report.commandId().toString(), LockModeType.PESSIMISTIC_WRITE);
    if (command == null || !command.isOf(from)) {
      throw new ProblemException(
          AgentProblem.FOREIGN_COMMAND, "commandId", report.commandId(), "a command of one's own");
    }
    if (!command.come(CommandResult.of(report.outcome(), clock.instant()))) {
      received.flag(ReceivedReport.Disposition.LATE, "the command is " + command.state(), report);
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

  /** The report as it is kept, or else as it comes now and is not kept yet. */
  private ReceivedReport received(ReportingAgent from, AgentReport report) {
    return em.createQuery(
            "select r from ReceivedReport r where r.agentId = :agent and r.reportId = :report",
            ReceivedReport.class)
        .setParameter("agent", from.id())
        .setParameter("report", report.reportId().toString())
        .getResultStream()
        .findFirst()
        .orElseGet(() -> new ReceivedReport(from, report, clock.instant()));
  }
}
