package org.yuzuri.billing.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.billing.metering.LeaseEvent.FaultBegan;
import org.yuzuri.billing.metering.LeaseEvent.FaultEnded;
import org.yuzuri.billing.metering.LeaseEvent.HandedOver;
import org.yuzuri.billing.metering.LeaseEvent.Isolated;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.price.TimePrice;

class MeteringTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:20:00Z");
  private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");

  private static Instant after(long minutes) {
    return BEGIN.plus(Duration.ofMinutes(minutes));
  }

  private static NavigableMap<Instant, Long> hours(LeaseEvent... events) {
    return Use.byHour(BilledTime.of(List.of(events), LATER), BilledUnit.HOUR, TOKYO);
  }

  private static long sum(NavigableMap<Instant, Long> use) {
    return use.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void aStartedHourIsCharged() {
    assertThat(hours(new HandedOver(BEGIN), new Isolated(after(61))))
        .containsExactly(
            entry(Instant.parse("2026-11-01T00:00:00Z"), 1L),
            entry(Instant.parse("2026-11-01T01:00:00Z"), 1L));
    assertThat(sum(hours(new HandedOver(BEGIN), new Isolated(after(60))))).isEqualTo(1);
  }

  @Test
  void beforeTheHandOverNothingIsCharged() {
    assertThat(hours(new FaultBegan(BEGIN, "power", FaultKind.POWER), new Isolated(after(60))))
        .isEmpty();
  }

  @Test
  void anHourThatAFaultTookWholeIsNotCharged() {
    assertThat(
            sum(
                hours(
                    new HandedOver(BEGIN),
                    new FaultBegan(after(60), "uplink", FaultKind.NETWORK),
                    new FaultBegan(after(90), "power", FaultKind.POWER),
                    new FaultEnded(after(100), "uplink"),
                    new FaultEnded(after(180), "power"),
                    new Isolated(after(240)))))
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void announcedWorkIsChargedAndNoOtherFaultIs(FaultKind kind) {
    NavigableMap<Instant, Long> used =
        hours(
            new HandedOver(BEGIN),
            new FaultBegan(after(60), "one", kind),
            new FaultEnded(after(180), "one"),
            new Isolated(after(240)));

    assertThat(sum(used)).isEqualTo(kind == FaultKind.MAINTENANCE ? 4 : 2);
  }

  @Test
  void announcedWorkBesideAFaultChangesNothingOfIt() {
    assertThat(
            sum(
                hours(
                    new HandedOver(BEGIN),
                    new FaultBegan(after(30), "work", FaultKind.MAINTENANCE),
                    new FaultBegan(after(60), "power", FaultKind.POWER),
                    new FaultEnded(after(90), "work"),
                    new FaultEnded(after(180), "power"),
                    new Isolated(after(240)))))
        .isEqualTo(2);
  }

  @Test
  void anHourThatAFaultLeftApartOfIsChargedOnce() {
    assertThat(
            sum(
                hours(
                    new HandedOver(BEGIN),
                    new FaultBegan(after(10), "uplink", FaultKind.NETWORK),
                    new FaultEnded(after(50), "uplink"),
                    new Isolated(after(60)))))
        .isEqualTo(1);
  }

  @Test
  void theOrderInWhichEventsBecomeKnownDoesNotMatter() {
    List<LeaseEvent> events =
        new ArrayList<>(
            List.of(
                new HandedOver(BEGIN),
                new FaultBegan(after(100), "uplink", FaultKind.NETWORK),
                new FaultEnded(after(400), "uplink"),
                new FaultBegan(after(400), "power", FaultKind.POWER),
                new FaultEnded(after(410), "power"),
                new Isolated(after(1000))));
    BilledTime known = BilledTime.of(events, LATER);
    Collections.reverse(events);
    assertThat(BilledTime.of(events, LATER)).isEqualTo(known);
  }

  @Test
  void whatBecomesKnownLateIsCorrectedByAnotherRecord() {
    NavigableMap<Instant, Long> used = hours(new HandedOver(BEGIN), new Isolated(after(600)));
    List<UsageRecord> recorded =
        new ArrayList<>(UsageLedger.missing(used, List.of(), LATER, TOKYO));
    assertThat(UsageLedger.missing(used, recorded, LATER, TOKYO)).isEmpty();

    NavigableMap<Instant, Long> corrected =
        hours(
            new HandedOver(BEGIN),
            new FaultBegan(after(100), "uplink", FaultKind.NETWORK),
            new FaultEnded(after(240), "uplink"),
            new Isolated(after(600)));
    List<UsageRecord> correction = UsageLedger.missing(corrected, recorded, LATER, TOKYO);
    assertThat(correction).extracting(UsageRecord::pieces).containsExactly(-1L, -1L);
    recorded.addAll(correction);
    assertThat(UsageLedger.missing(corrected, recorded, LATER, TOKYO)).isEmpty();
  }

  @Test
  void anHourThatIsNotOverIsNotWrittenDown() {
    NavigableMap<Instant, Long> used = hours(new HandedOver(BEGIN));
    assertThat(UsageLedger.missing(used, List.of(), after(39), TOKYO)).isEmpty();
    assertThat(UsageLedger.missing(used, List.of(), after(40), TOKYO)).hasSize(1);
  }

  /**
   * Three published examples of an hourly price that never comes to more than a month's: 672 hours
   * make the month at docs.fuga.cloud ("How am I billed for my instance?"), and 480 hours at 0.01 $
   * come to 4.50 $ instead of 4.80 $ at systemongrid.com ("How is the pricing calculated?"). At
   * DigitalOcean a server of 10 $ a month is 5 $ for 336 hours and 10 $ for 700, a cap of 672 hours
   * (its pricing page, as it was on 2020-07-27, by its community page "Why is pricing shown as
   * monthly and hourly price?"); its hour is the 672nd part of the month's price.
   */
  @ParameterizedTest
  @CsvSource({
    "0.01,4.50,480,4.5",
    "0.01488,10,336,5",
    "0.01488,10,700,10",
    "0.01,4.50,449,4.49",
    "0.01,4.50,744,4.5",
    "0.05,33.60,671,33.55",
    "0.05,33.60,672,33.6",
    "0.05,33.60,720,33.6"
  })
  void anHourlyPriceStopsAtItsMonthlyCap(String hour, String cap, long hours, String charged) {
    Instant begin = Instant.parse("2026-10-01T00:00:00Z");
    ZoneId zone = ZoneId.of("UTC");
    BilledTime time =
        BilledTime.of(
            List.of(new HandedOver(begin), new Isolated(begin.plus(Duration.ofHours(hours)))),
            LATER);
    TimePrice price =
        TimePrice.of(BilledUnit.HOUR, Money.of(hour, "USD")).cappedAt(Money.of(cap, "USD"));
    assertThat(
            MonthlyCharge.of(
                begin, Use.byHour(time, BilledUnit.HOUR, zone), price, zone, Rounding.HALF_UP))
        .containsOnlyKeys(YearMonth.of(2026, 10))
        .allSatisfy(
            (month, charge) -> assertThat(charge.net()).isEqualTo(Money.of(charged, "USD")));
  }

  @Test
  void aPieceOfAMonthCostsItsStartedDays() {
    TimePrice price =
        new TimePrice(BilledUnit.MONTH, Money.of("31000", "JPY"), PartOfMonth.STARTED_DAYS, null);
    Instant begin = Instant.parse("2027-01-20T03:00:00Z");
    BilledTime time =
        BilledTime.of(
            List.of(new HandedOver(begin), new Isolated(Instant.parse("2027-02-24T03:00:01Z"))),
            LATER);
    // 12 days of January and 19 of February lie in the first month of 31 days, 5 in one of 28
    assertThat(
            MonthlyCharge.of(begin, Use.byHour(time, price, TOKYO), price, TOKYO, Rounding.DOWN)
                .values())
        .extracting(MonthlyCharge::pieces, charge -> charge.net().toString())
        .containsExactly(tuple(12L, "JPY 12000"), tuple(24L, "JPY 24535"));
  }

  /**
   * 8680 yen are 280 for each of 31 days and 310 for each of 28: two whole months cost twice that,
   * also when a fault leaves of a month's last day only the minutes before the next one begins.
   */
  @ParameterizedTest
  @ValueSource(strings = {"2027-01-20T03:00:00Z", "2027-01-20T03:20:00Z", "2027-01-20T14:59:59Z"})
  void wholeMonthsCostTheirPriceAtWhateverMinuteTheyBegin(Instant begin) {
    TimePrice price =
        new TimePrice(BilledUnit.MONTH, Money.of("8680", "JPY"), PartOfMonth.STARTED_DAYS, null);
    Instant second = begin.plus(Duration.ofDays(31));
    Isolated end = new Isolated(second.plus(Duration.ofDays(28)));

    for (List<LeaseEvent> events :
        List.<List<LeaseEvent>>of(
            List.of(new HandedOver(begin), end),
            List.of(
                new HandedOver(begin),
                new FaultBegan(second.minus(Duration.ofDays(1)), "uplink", FaultKind.NETWORK),
                new FaultEnded(second.minus(Duration.ofMinutes(5)), "uplink"),
                end))) {
      BilledTime time = BilledTime.of(events, LATER);
      assertThat(
              MonthlyCharge.of(begin, Use.byHour(time, price, TOKYO), price, TOKYO, Rounding.DOWN)
                  .values()
                  .stream()
                  .map(MonthlyCharge::net)
                  .reduce(Money.of("0", "JPY"), Money::plus))
          .isEqualTo(Money.of("17360", "JPY"));
    }
  }
}
