package org.yuzuri.portal.announcement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * What stands in an operator's form, not yet checked.
 *
 * @param severity name of an {@link AnnouncementSeverity}
 * @param english plain text, 1 to {@value #LONGEST} characters
 * @param japanese the same in Japanese
 * @param from {@code YYYY-MM-DDThh:mm} in UTC
 * @param until the same; later, and at most a year
 * @param tenants who sees it; none for everybody
 */
public record AnnouncementDraft(
    String severity,
    String english,
    String japanese,
    String from,
    String until,
    Set<Long> tenants) {

  /** Longest text of one language, in UTF-16 units. */
  public static final int LONGEST = 2000;

  private static final Duration LONGEST_SHOWN = Duration.ofDays(366);

  public AnnouncementDraft {
    tenants = Set.copyOf(tenants);
  }

  /** What it says, checked. */
  record Checked(
      AnnouncementSeverity severity,
      String english,
      String japanese,
      Instant from,
      Instant until) {}

  /**
   * Checks it.
   *
   * @throws ProblemException INVALID_VALUE, with everything that is wrong
   */
  Checked checked(Instant now) {
    Problems problems = new Problems();
    Optional<AnnouncementSeverity> how = problems.attempt(this::severityNamed);
    text("textEn", english, problems);
    text("textJa", japanese, problems);
    Optional<Instant> begin = problems.attempt(() -> instant("shownFrom", from));
    Optional<Instant> end = problems.attempt(() -> instant("shownUntil", until));
    if (begin.isPresent() && end.isPresent()) {
      Instant last = end.get();
      problems.unless(
          last.isAfter(begin.get()) && last.isAfter(now),
          "shownUntil",
          until,
          "later than its beginning and than now");
      problems.unless(
          !last.isAfter(begin.get().plus(LONGEST_SHOWN)),
          "shownUntil",
          until,
          "at most " + LONGEST_SHOWN.toDays() + " days after its beginning");
    }
    problems.refuse();
    return new Checked(
        how.orElseThrow(),
        english.strip(),
        japanese.strip(),
        begin.orElseThrow(),
        end.orElseThrow());
  }

  private AnnouncementSeverity severityNamed() {
    return Arrays.stream(AnnouncementSeverity.values())
        .filter(each -> each.name().equals(severity))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "severity",
                    severity,
                    "one of " + Arrays.toString(AnnouncementSeverity.values())));
  }

  private static void text(String field, String text, Problems problems) {
    String plain = text.strip();
    problems.unless(
        !plain.isEmpty() && plain.length() <= LONGEST,
        field,
        plain.isEmpty() ? "nothing" : plain,
        "1 to " + LONGEST + " characters");
    problems.unless(
        plain.codePoints().noneMatch(AnnouncementDraft::isHidden),
        field,
        plain,
        "no control characters but ends of lines");
  }

  /** Control characters, and what changes the direction of writing. */
  private static boolean isHidden(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\r';
    return control || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  private static Instant instant(String field, String text) {
    try {
      return LocalDateTime.parse(text.strip()).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException wrong) {
      throw ProblemException.invalid(
          field, text.isBlank() ? "nothing" : text, "YYYY-MM-DDThh:mm, in UTC");
    }
  }
}
