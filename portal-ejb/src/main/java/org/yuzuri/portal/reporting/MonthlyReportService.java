package org.yuzuri.portal.reporting;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;
import org.yuzuri.portal.reporting.figure.Period;
import org.yuzuri.portal.reporting.figure.Selection;
import org.yuzuri.portal.reporting.pool.PoolFigures;
import org.yuzuri.portal.reporting.revenue.RevenueFigures;
import org.yuzuri.portal.usage.charge.Charges;

/** Tells the datacenter's billing staff of each month. Called as the portal. */
@Stateless
public class MonthlyReportService {

  /** So long after its end a month's last hours are written down and summed. */
  private static final Duration SUMMED = Duration.ofHours(3);

  /** Until then its report is sent that was not sent, such as by a portal that was down. */
  private static final Duration LATEST = Duration.ofDays(7);

  @Inject RevenueFigures revenue;
  @Inject PoolFigures pool;
  @Inject Charges charges;
  @Inject Members members;
  @Inject Mails mails;
  @Inject Clock clock;

  /**
   * Sends last month's report in the first days of a month, to each receiver once, as soon as all
   * that the month brought is summed.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void send() {
    Instant now = clock.instant();
    YearMonth month = YearMonth.from(now.atZone(charges.zone())).minusMonths(1);
    if (!isTime(now, charges.zone())
        || !revenue.isSummedSince(month, end(month, charges.zone()).plus(SUMMED))) {
      return;
    }
    Selection asked =
        new Selection(new Period(month, month, charges.zone()), null, null, null, now);
    Map<String, String> values =
        Map.of(
            "month",
            month.toString(),
            "revenue",
            revenue(asked),
            "utilization",
            utilization(pool.tables(asked)),
            "link",
            "/report/revenue.xhtml?from=" + month + "&until=" + month);
    for (Person person : members.ofTenant(Tenants.LENDER, Role.LENDER_BILLING)) {
      String address = person.email();
      if (address != null && Recipient.isAddress(address)) {
        Recipient to =
            new Recipient(
                person.id(), address, person.displayName(), person.language(), person.zone());
        String key = "monthly-report/" + month + "/" + person.id();
        mails.send(new Letter(MailKind.MONTHLY_REPORT, to, key, values));
      }
    }
  }

  /** Whether the report of the month that was over last is sent now. */
  static boolean isTime(Instant now, ZoneId zone) {
    Instant over = end(YearMonth.from(now.atZone(zone)).minusMonths(1), zone);
    return !now.isBefore(over.plus(SUMMED)) && now.isBefore(over.plus(LATEST));
  }

  private static Instant end(YearMonth month, ZoneId zone) {
    return month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }

  private String revenue(Selection asked) {
    String told =
        revenue.byMonth(asked).lines().stream()
            .map(MonthlyReportService::amount)
            .collect(Collectors.joining(", "));
    return told.isEmpty() ? "0" : told;
  }

  private static String amount(Line line) {
    BigDecimal net = Objects.requireNonNullElse(line.value(0), BigDecimal.ZERO);
    return new Money(net, Currency.getInstance(line.currency())).printed();
  }

  private static String utilization(List<FigureTable> tables) {
    int column = Figure.POOL_BY_MONTH.columns().indexOf(Figure.POOL_BY_MONTH.compared());
    return tables.stream()
        .filter(table -> table.figure() == Figure.POOL_BY_MONTH)
        .flatMap(table -> table.totals().stream())
        .map(line -> line.value(column))
        .map(value -> value == null ? "–" : value + " %")
        .findFirst()
        .orElse("");
  }
}
