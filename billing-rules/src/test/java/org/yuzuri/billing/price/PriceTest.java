package org.yuzuri.billing.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.billing.money.Money;

class PriceTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // forward: 02:30 is not there on 29 March, the day is one hour shorter; back: one longer
    "DAY,2026-03-28T01:30:00Z,1,2026-03-29T01:00:00Z",
    "DAY,2026-03-28T01:30:00Z,2,2026-03-30T00:30:00Z",
    "DAY,2026-10-24T00:30:00Z,1,2026-10-25T00:30:00Z",
    "DAY,2026-10-25T01:30:00Z,1,2026-10-26T01:30:00Z",
    "HOUR,2026-03-29T00:30:00Z,1,2026-03-29T01:30:00Z",
    "MONTH,2027-01-31T11:00:00Z,1,2027-02-28T11:00:00Z",
    "MONTH,2028-01-31T11:00:00Z,1,2028-02-29T11:00:00Z",
    "MONTH,2027-01-31T11:00:00Z,2,2027-03-31T10:00:00Z"
  })
  void piecesBeginAtTheContractsTimeOfDay(
      BilledUnit unit, Instant handedOver, long number, Instant begin) {
    assertThat(unit.begin(handedOver, number, BERLIN)).isEqualTo(begin);
    assertThat(unit.number(handedOver, begin, BERLIN)).isEqualTo(number);
    assertThat(unit.number(handedOver, begin.minusMillis(1), BERLIN)).isEqualTo(number - 1);
  }

  @Test
  void trafficCostsWhatIsAboveWhatIsIncluded() {
    TrafficPrice price = new TrafficPrice(Money.of("7.5", "JPY"), new BigDecimal("1.0"));

    assertThat(price.of(new BigDecimal("1"))).isEqualTo(Money.of("0", "JPY"));
    assertThat(price.of(new BigDecimal("3.5"))).isEqualTo(Money.of("18.75", "JPY"));
    assertThat(price).isEqualTo(new TrafficPrice(Money.of("7.5", "JPY"), BigDecimal.ONE));
    assertThat(new TrafficPrice(Money.of("2", "JPY"), BigDecimal.ZERO).of(new BigDecimal("0.5")))
        .isEqualTo(Money.of("1", "JPY"));
    assertThatThrownBy(() -> new TrafficPrice(Money.of("-1", "JPY"), BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void trafficOfALaterStepCostsWhatThatStepSays() {
    TrafficPrice price =
        new TrafficPrice(
            new VolumePrice(
                List.of(
                    new Tier(BigDecimal.ZERO, Money.of("10", "JPY")),
                    new Tier(new BigDecimal("100.0"), Money.of("8", "JPY")),
                    new Tier(new BigDecimal("1000"), Money.of("2.5", "JPY")))),
            new BigDecimal("50"));

    assertThat(price.perGb()).isEqualTo(Money.of("10", "JPY"));
    assertThat(price.of(new BigDecimal("49"))).isEqualTo(Money.of("0", "JPY"));
    assertThat(price.of(new BigDecimal("100"))).isEqualTo(Money.of("500", "JPY"));
    assertThat(price.of(new BigDecimal("100.5"))).isEqualTo(Money.of("504", "JPY"));
    assertThat(price.of(new BigDecimal("1002"))).isEqualTo(Money.of("7705", "JPY"));
  }

  /** What is included is the first of the volume, and so may be a whole step. */
  @Test
  void includedTrafficCountsForTheSteps() {
    TrafficPrice price =
        new TrafficPrice(
            new VolumePrice(
                List.of(
                    new Tier(BigDecimal.ZERO, Money.of("10", "JPY")),
                    new Tier(BigDecimal.TEN, Money.of("1", "JPY")))),
            new BigDecimal("15"));

    assertThat(price.of(new BigDecimal("15"))).isEqualTo(Money.of("0", "JPY"));
    assertThat(price.of(new BigDecimal("20"))).isEqualTo(Money.of("5", "JPY"));
  }

  @Test
  void bytesBecomeGigabytesOfSixDigits() {
    assertThat(Gigabytes.of(3_500_000_499L)).isEqualByComparingTo("3.5");
    assertThat(Gigabytes.of(3_500_000_500L)).isEqualByComparingTo("3.500001");
    assertThat(Gigabytes.of(2_000_000_000_000_000_000L)).isEqualByComparingTo("2000000000");
    assertThat(Gigabytes.mean(62_000_000_000L, 31)).isEqualByComparingTo("2");
  }

  @Test
  void eachStepOfAVolumeHasItsOwnPrice() {
    VolumePrice price =
        new VolumePrice(
            List.of(
                new Tier(BigDecimal.ZERO, Money.of("0", "JPY")),
                new Tier(BigDecimal.valueOf(1000), Money.of("10", "JPY")),
                new Tier(BigDecimal.valueOf(5000), Money.of("7.5", "JPY"))));
    assertThat(price.of(BigDecimal.valueOf(1000))).isEqualTo(Money.of("0", "JPY"));
    assertThat(price.of(new BigDecimal("1000.5"))).isEqualTo(Money.of("5", "JPY"));
    assertThat(price.of(BigDecimal.valueOf(6000))).isEqualTo(Money.of("47500", "JPY"));
  }

  @Test
  void stepsMustBeInOrderFromNothing() {
    Tier late = new Tier(BigDecimal.ONE, Money.of("1", "JPY"));
    assertThatThrownBy(() -> new VolumePrice(List.of(late))).hasMessageContaining("from 0");
    Tier first = new Tier(BigDecimal.ZERO, Money.of("1", "JPY"));
    assertThatThrownBy(() -> new VolumePrice(List.of(first, late, late)))
        .hasMessageContaining("more than the one before");
  }

  @Test
  void whatHasHeldIsNotChanged() {
    Instant since = Instant.parse("2026-01-01T00:00:00Z");
    History<String> prices = new History<String>().then(since, "old");
    History<String> raised = prices.then(since.plus(Duration.ofDays(31)), "new");
    assertThat(raised.at(since.minusMillis(1))).isEmpty();
    assertThat(raised.at(since.plus(Duration.ofDays(30)))).contains("old");
    assertThat(raised.at(since.plus(Duration.ofDays(31)))).contains("new");
    assertThat(prices.at(since.plus(Duration.ofDays(31)))).contains("old");
    assertThatThrownBy(() -> raised.then(since, "forged")).hasMessageContaining("is not after");
  }

  @Test
  void amountsOfTwoCurrenciesDoNotMix() {
    assertThatThrownBy(() -> Money.of("1", "JPY").plus(Money.of("1", "EUR")))
        .hasMessage("amounts of two currencies: JPY and EUR");
    assertThat(Money.of("1.50", "EUR")).isEqualTo(Money.of("1.5", "EUR"));
  }
}
