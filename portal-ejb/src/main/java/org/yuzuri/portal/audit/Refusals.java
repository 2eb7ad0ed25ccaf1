package org.yuzuri.portal.audit;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.access.login.Account;
import org.yuzuri.portal.access.login.Accounts;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What was refused, as the trail keeps it: the first of a kind at once, what repeats it within a
 * minute counted into one entry. Kind: the same action, actor and source address. A refusal that
 * cannot be written does not hinder the answer; the log has it.
 */
@ApplicationScoped
public class Refusals {

  /** A wrong log-in. */
  public static final String LOGIN = "login.refused";

  /** A permission that the actor does not have. */
  public static final String FORBIDDEN = "access.refused";

  /** Something that does not exist for the actor; it may be another tenant's. */
  public static final String MISSING = "access.missing";

  /** A daemon's call without a certificate that is believed. */
  public static final String DAEMON = "daemon.refused";

  static final Duration APART = Duration.ofMinutes(1);

  /** Kinds counted at a time; more are one kind, so that many sources cannot flood the trail. */
  static final int KINDS = 500;

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final Actor VISITOR = new Actor(ActorKind.SYSTEM, 0, "visitor");
  private static final String MANY_SOURCES = "many";

  @Inject Clock clock;
  @Inject AsSystem asSystem;
  @Inject CurrentSubject subject;
  @Inject Accounts accounts;
  @Inject AuditWriteService service;

  private final Map<Kind, Counted> counted = new HashMap<>();

  /**
   * Notes a refusal to the current subject, or to a visitor when nobody is logged in.
   *
   * @param action one of the constants above
   * @param object what was wanted; a stranger's text
   * @param detail why not; never a secret
   */
  public void note(String action, String object, String detail) {
    boolean known = subject.isPresent();
    Kind kind =
        new Kind(
            action,
            known ? subject.actor() : VISITOR,
            known ? subject.tenantId() : Tenants.LENDER,
            RequestSource.current());
    count(kind, object, detail).ifPresent(this::write);
  }

  /**
   * Notes that a visitor was not logged in, in the trail of the tenant whose login it is; in the
   * lender's when there is none of this name.
   *
   * @param login a stranger's text
   * @param detail why not
   */
  public void noteLogin(String login, String detail) {
    long tenantId =
        asSystem
            .call(VISITOR, () -> accounts.findAccount(login))
            .map(Account::tenantId)
            .orElse(Tenants.LENDER);
    Kind kind = new Kind(LOGIN, VISITOR, tenantId, RequestSource.current());
    count(kind, login, detail).ifPresent(this::write);
  }

  /** Writes what was counted for a minute and longer. Called by a timer. */
  public void writeCounted() {
    due().forEach(this::write);
  }

  private synchronized Optional<Row> count(Kind named, String object, String detail) {
    Kind kind = named;
    if (!counted.containsKey(kind) && counted.size() >= KINDS) {
      kind = new Kind(named.action, VISITOR, Tenants.LENDER, MANY_SOURCES);
    }
    Counted count = counted.computeIfAbsent(kind, first -> new Counted());
    count.times++;
    count.object = object;
    count.detail = detail;
    return count.writtenAt.plus(APART).isAfter(clock.instant())
        ? Optional.empty()
        : Optional.of(count.row(kind, clock.instant()));
  }

  private synchronized List<Row> due() {
    Instant before = clock.instant().minus(APART);
    List<Row> rows = new ArrayList<>();
    counted.entrySet().removeIf(e -> e.getValue().isOver(before));
    counted.forEach(
        (kind, count) -> {
          if (!count.writtenAt.isAfter(before)) {
            rows.add(count.row(kind, clock.instant()));
          }
        });
    return rows;
  }

  private void write(Row row) {
    try {
      asSystem.run(
          row.kind.actor,
          () ->
              service.write(
                  row.kind.tenantId, row.kind.source, row.kind.action, row.object, row.detail));
    } catch (EJBException | PersistenceException | ProblemException unwritten) {
      log.error("{} is not in the audit trail", row, unwritten);
    }
  }

  private record Kind(String action, Actor actor, long tenantId, String source) {}

  private record Row(Kind kind, String object, String detail) {}

  /** How often since an entry was last written. */
  private static final class Counted {
    private long times;
    private String object = "";
    private String detail = "";
    private Instant writtenAt = Instant.EPOCH;

    private Row row(Kind kind, Instant now) {
      String text = times == 1 ? detail : detail + " (" + times + " times; the last is shown)";
      times = 0;
      writtenAt = now;
      return new Row(kind, object, text);
    }

    private boolean isOver(Instant before) {
      return times == 0 && !writtenAt.isAfter(before);
    }
  }
}
