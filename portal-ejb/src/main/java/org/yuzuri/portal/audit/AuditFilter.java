package org.yuzuri.portal.audit;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.platform.RowQuery;

/**
 * What narrows the trail, beside text and kind of actor. Whose trail it is is no filter: the
 * session knows its tenant. A blank narrows nothing.
 *
 * @param from first day, in UTC, as {@code 2026-03-01}
 * @param to last day, in UTC
 * @param actor part of the actor's name, in any case
 * @param action part of what was done, in any case, such as {@code image.}
 * @param subject part of what it was done to, in any case
 */
public record AuditFilter(String from, String to, String actor, String action, String subject)
    implements Serializable {

  private static final int LONGEST = 300;

  /** Without blanks around. */
  public AuditFilter {
    from = from.strip();
    to = to.strip();
    actor = shortened(actor);
    action = shortened(action);
    subject = shortened(subject);
  }

  /** Everything. */
  public static AuditFilter none() {
    return new AuditFilter("", "", "", "", "");
  }

  /** Whether it lets everything through. */
  public boolean isNone() {
    return equals(none());
  }

  /**
   * What it means for the query of the rows.
   *
   * @throws ProblemException INVALID_VALUE for each day that is none
   */
  Condition condition() {
    Problems problems = new Problems();
    Optional<Optional<LocalDate>> first = problems.attempt(() -> day("from", from));
    Optional<Optional<LocalDate>> last = problems.attempt(() -> day("to", to));
    problems.refuse();
    List<String> jpql = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> parameters = new HashMap<>();
    first
        .orElseThrow()
        .ifPresent(day -> add("e.at >= :from", "from", startOf(day), jpql, parameters));
    last.orElseThrow()
        .ifPresent(day -> add("e.at < :to", "to", startOf(day.plusDays(1)), jpql, parameters));
    contains("actor", "e.actorName", actor, jpql, parameters);
    contains("action", "e.action", action, jpql, parameters);
    contains("subject", "e.subject", subject, jpql, parameters);
    return new Condition(String.join(" and ", jpql), parameters);
  }

  /**
   * @param jpql over {@code AuditEntry e}
   * @param parameters of it, by name
   */
  record Condition(String jpql, Map<String, Object> parameters) {}

  private static void contains(
      String name, String column, String text, List<String> jpql, Map<String, Object> parameters) {
    if (!text.isEmpty()) {
      String like = "%" + RowQuery.escaped(text.toLowerCase(Locale.ROOT)) + "%";
      add(RowQuery.like(column, name), name, like, jpql, parameters);
    }
  }

  private static void add(
      String condition,
      String name,
      Object value,
      List<String> jpql,
      Map<String, Object> parameters) {
    jpql.add(condition);
    parameters.put(name, value);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The database's years have four digits. */
  private static Optional<LocalDate> day(String field, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException noSuchDay) {
        throw refused(field, text);
      }
    }
    throw refused(field, text);
  }

  private static ProblemException refused(String field, String text) {
    return ProblemException.invalid(field, text, "YYYY-MM-DD");
  }

  private static String shortened(String typed) {
    String text = typed.strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
