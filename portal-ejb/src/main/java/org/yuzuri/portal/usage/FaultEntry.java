package org.yuzuri.portal.usage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * A fault of the datacenter as somebody types it in. Whatever is wrong with it is refused at once.
 *
 * @param from its first instant
 * @param until the first instant behind it
 * @param kind one of {@link #KINDS}
 * @param reason one line, 1 to 300 characters
 */
public record FaultEntry(Instant from, Instant until, FaultKind kind, String reason) {

  /** What people note. */
  public static final List<FaultKind> KINDS =
      Arrays.stream(FaultKind.values()).filter(FaultKind::isNoted).toList();

  private static final int LONGEST = 300;

  /**
   * @throws ProblemException INVALID_VALUE for each field that is wrong
   */
  public FaultEntry {
    Problems problems = new Problems();
    problems.unless(from.isBefore(until), "fault.until", until, "later than " + from);
    problems.unless(kind.isNoted(), "fault.kind", kind, names());
    check(problems, reason);
    problems.refuse();
  }

  /**
   * Reads what was typed, such as {@code 2026-04-01T09:30}.
   *
   * @param kind its name
   * @param zone whose clocks are meant
   * @throws ProblemException INVALID_VALUE for each field that is wrong
   */
  public static FaultEntry of(String from, String until, String kind, String reason, ZoneId zone) {
    Problems problems = new Problems();
    Optional<Instant> begin = problems.attempt(() -> instant("fault.from", from, zone));
    Optional<Instant> end = problems.attempt(() -> instant("fault.until", until, zone));
    Optional<FaultKind> what = problems.attempt(() -> named(kind));
    if (begin.isPresent() && end.isPresent() && what.isPresent()) {
      return new FaultEntry(begin.get(), end.get(), what.get(), reason);
    }
    check(problems, reason);
    problems.refuse();
    throw new IllegalStateException("refused");
  }

  private static void check(Problems problems, String reason) {
    problems.unless(
        !reason.isBlank()
            && reason.length() <= LONGEST
            && reason.chars().noneMatch(Character::isISOControl),
        "fault.reason",
        reason,
        "one line of 1 to 300 characters");
  }

  private static FaultKind named(String text) {
    return KINDS.stream()
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(() -> ProblemException.invalid("fault.kind", text, names()));
  }

  private static String names() {
    return KINDS.stream().map(FaultKind::name).collect(Collectors.joining(", "));
  }

  private static Instant instant(String field, String text, ZoneId zone) {
    try {
      return LocalDateTime.parse(text.strip()).atZone(zone).toInstant();
    } catch (DateTimeException wrong) {
      throw ProblemException.invalid(
          field, text, "YEAR-MONTH-DAYTHOUR:MINUTE, as 2026-04-01T09:30");
    }
  }
}
