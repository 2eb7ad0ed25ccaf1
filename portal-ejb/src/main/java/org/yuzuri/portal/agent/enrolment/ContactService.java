package org.yuzuri.portal.agent.enrolment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.Agent;
import org.yuzuri.portal.agent.AgentProblem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.QueuedCommand;
import org.yuzuri.portal.epoch.Epochs;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.call.SequencedCommand;

/** What a daemon's call needs of the database: who it is, and what waits for it. */
@Stateless
public class ContactService {

  /** A daemon that waits asks again within 25 seconds: it is written at every other time. */
  static final Duration CONTACT_PRECISION = Duration.ofSeconds(30);

  private static final Duration SLOWED_DOWN_PRECISION = Duration.ofSeconds(10);
  private static final Duration CLOCK_PRECISION = Duration.ofSeconds(2);
  private static final int AT_ONCE = 100;

  @Inject Clock clock;
  @Inject RenewalService renewals;
  @Inject Epochs epochs;

  @PersistenceContext EntityManager em;

  /**
   * The enrolled agent with this certificate; notes that it was heard, to half a minute. A renewed
   * certificate's first use ends the one before.
   *
   * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
   * @throws ProblemException UNKNOWN_AGENT
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public ReportingAgent identify(String fingerprint) {
    return find(fingerprint).agent();
  }

  /**
   * As above, which books these are and whether there is anything for it, in the same transaction:
   * thousands of daemons ask.
   *
   * @throws ProblemException UNKNOWN_AGENT
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public Caller identifyCaller(String fingerprint) {
    Found found = find(fingerprint);
    return new Caller(found.agent(), epochs.now().number(), found.lastSequence());
  }

  /** An agent, and the number of the last command that was queued for it, or a higher one. */
  private record Found(ReportingAgent agent, long lastSequence) {
    private static final long NOT_READ = Long.MAX_VALUE;
  }

  private Found find(String fingerprint) {
    return findEnrolled(fingerprint)
        .or(() -> renewals.firstUse(fingerprint).map(agent -> new Found(agent, Found.NOT_READ)))
        .orElseThrow(AgentProblem::unknownAgent);
  }

  private Optional<Found> findEnrolled(String fingerprint) {
    Instant now = clock.instant();
    return em.createQuery(
            "select a, q.lastSequence from Agent a join AgentQueue q on q.agentId = a.id"
                + " where a.certificate.fingerprint = :print",
            Object[].class)
        .setParameter("print", fingerprint)
        .getResultStream()
        .filter(row -> ((Agent) row[0]).isHeard(now))
        .findFirst()
        .map(row -> heard((Agent) row[0], (Long) row[1], now));
  }

  private Found heard(Agent agent, long lastSequence, Instant now) {
    if (!agent.wasHeardSince(now.minus(CONTACT_PRECISION))) {
      noteContact(agent, now);
    }
    return new Found(agent.reporting(), lastSequence);
  }

  private void noteContact(Agent agent, Instant now) {
    em.createQuery(
            "update Agent a set a.lastContact = :now, a.silentSince = null"
                + " where a.id = :id and a.lastContact < :old")
        .setParameter("now", now)
        .setParameter("id", agent.id())
        .setParameter("old", now.minus(CONTACT_PRECISION))
        .executeUpdate();
  }

  /**
   * Notes how far an agent's clock is from the portal's.
   *
   * @param sentAt what the daemon's clock said when it sent what arrives now
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void clockRead(long agentId, Instant sentAt) {
    long skew = Duration.between(clock.instant(), sentAt).toMillis();
    em.createQuery(
            "update Agent a set a.clockSkewMillis = :skew where a.id = :id"
                + " and (a.clockSkewMillis is null"
                + " or a.clockSkewMillis not between :low and :high)")
        .setParameter("skew", skew)
        .setParameter("id", agentId)
        .setParameter("low", skew - CLOCK_PRECISION.toMillis())
        .setParameter("high", skew + CLOCK_PRECISION.toMillis())
        .executeUpdate();
  }

  /** Notes that an agent sends more reports than are taken; at most every ten seconds. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void slowedDown(long agentId) {
    Instant now = clock.instant();
    em.createQuery(
            "update Agent a set a.slowedDownAt = :now where a.id = :id"
                + " and (a.slowedDownAt is null or a.slowedDownAt < :old)")
        .setParameter("now", now)
        .setParameter("id", agentId)
        .setParameter("old", now.minus(SLOWED_DOWN_PRECISION))
        .executeUpdate();
  }

  /** The number of the last command of each agent, whatever became of it, by the agent's id. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Map<Long, Long> lastSequences() {
    return em.createQuery("select q.agentId, q.lastSequence from AgentQueue q", Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
  }

  /**
   * The agent's commands behind {@code after} that have no outcome, in order; none while nobody has
   * confirmed what agents know of servers, since the books were restored.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<SequencedCommand> openCommands(long agentId, long after) {
    if (epochs.now().reconciling()) {
      return List.of();
    }
    return em
        .createQuery(
            "select c from QueuedCommand c where c.agentId = :agent and c.sequence > :after"
                + " and c.state in (org.yuzuri.portal.agent.command.CommandState.QUEUED,"
                + " org.yuzuri.portal.agent.command.CommandState.RUNNING) order by c.sequence",
            QueuedCommand.class)
        .setParameter("agent", agentId)
        .setParameter("after", after)
        .setMaxResults(AT_ONCE)
        .getResultList()
        .stream()
        .map(c -> new SequencedCommand(c.sequence(), c.command()))
        .toList();
  }
}
