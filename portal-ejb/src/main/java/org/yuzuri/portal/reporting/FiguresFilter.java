package org.yuzuri.portal.reporting;

import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.reporting.figure.Period;
import org.yuzuri.portal.reporting.figure.Selection;

/**
 * What a report is asked for, as the address has it. A blank narrows nothing.
 *
 * @param from first month, as {@code 2026-03}; blank: six months up to the last
 * @param until last month; blank: the current one
 * @param offer id of an offer
 * @param tenant id of a tenant
 * @param fault name of a kind of fault
 */
public record FiguresFilter(String from, String until, String offer, String tenant, String fault)
    implements Serializable {

  /** Most months of one report. */
  public static final int MOST_MONTHS = 36;

  private static final int USUAL_MONTHS = 6;
  private static final String MONTH = "[12][0-9]{3}-[0-9]{2}";

  /** Without blanks around. */
  public FiguresFilter {
    from = from.strip();
    until = until.strip();
    offer = offer.strip();
    tenant = tenant.strip();
    fault = fault.strip();
  }

  /** Of every kind of fault. */
  public FiguresFilter(String from, String until, String offer, String tenant) {
    this(from, until, offer, tenant, "");
  }

  /** The last six months of everything. */
  public static FiguresFilter none() {
    return new FiguresFilter("", "", "", "");
  }

  /**
   * What it means at a moment.
   *
   * @throws ProblemException INVALID_VALUE for each value that means nothing
   */
  Selection at(Instant now, ZoneId zone) {
    Problems problems = new Problems();
    YearMonth current = YearMonth.from(now.atZone(zone));
    Optional<YearMonth> last = problems.attempt(() -> month("until", until, current));
    Optional<YearMonth> first =
        problems.attempt(
            () -> month("from", from, last.orElse(current).minusMonths(USUAL_MONTHS - 1)));
    Optional<Optional<Long>> offerId = problems.attempt(() -> id("offer", offer));
    Optional<Optional<Long>> tenantId = problems.attempt(() -> id("tenant", tenant));
    Optional<Optional<FaultKind>> kind = problems.attempt(() -> kind(fault));
    if (first.isPresent() && last.isPresent()) {
      check(problems, first.get(), last.get(), current);
    }
    problems.refuse();
    Period period = new Period(first.orElseThrow(), last.orElseThrow(), zone);
    return new Selection(
        period,
        orNull(offerId.orElseThrow()),
        orNull(tenantId.orElseThrow()),
        orNull(kind.orElseThrow()),
        now);
  }

  private void check(Problems problems, YearMonth first, YearMonth last, YearMonth current) {
    problems.unless(!last.isAfter(current), "until", until, "a month up to " + current);
    problems.unless(!first.isAfter(last), "from", from, "a month up to " + last);
    problems.unless(
        first.isAfter(last.minusMonths(MOST_MONTHS)),
        "from",
        from,
        "at most " + MOST_MONTHS + " months up to " + last);
  }

  private static YearMonth month(String field, String text, YearMonth otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.matches(MONTH)) {
      try {
        return YearMonth.parse(text);
      } catch (DateTimeParseException noSuchMonth) {
        throw ProblemException.invalid(field, text, "YYYY-MM");
      }
    }
    throw ProblemException.invalid(field, text, "YYYY-MM");
  }

  private static Optional<Long> id(String field, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw ProblemException.invalid(field, text, "a number");
    }
    return Optional.of(Long.valueOf(text));
  }

  private static Optional<FaultKind> kind(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(FaultKind.values())
            .filter(kind -> kind.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "fault.kind", text, "one of " + Arrays.toString(FaultKind.values()))));
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
