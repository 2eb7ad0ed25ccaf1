package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;
import org.yuzuri.portal.usage.charge.NotCharged;

class DifferencesTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 2);

  @Test
  void whatWasNeverBilledIsBilledAsItWasCharged() {
    List<LineDraft> lines = lines(List.of(hours(1, 10, "10", "100")), List.of(), false);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).net()).isEqualTo(yen("100"));
    assertThat(lines.get(0).correction()).isFalse();
  }

  @Test
  void whatIsBilledIsNotBilledTwice() {
    List<Charge> charges = List.of(hours(1, 10, "10", "100"), hours(2, 5, "10", "50"));

    assertThat(lines(charges, lines(charges, List.of(), false), true)).isEmpty();
  }

  @Test
  void hoursThatBecameKnownLateAreOneLineOfThem() {
    List<LineDraft> billed = lines(List.of(hours(1, 10, "10", "100")), List.of(), false);

    List<LineDraft> more = lines(List.of(hours(1, 13, "10", "130")), billed, true);
    List<LineDraft> less = lines(List.of(hours(1, 4, "10", "40")), billed, true);

    assertThat(more).hasSize(1);
    assertThat(more.get(0).quantity()).isEqualByComparingTo("3");
    assertThat(more.get(0).net()).isEqualTo(yen("30"));
    assertThat(more.get(0).correction()).isTrue();
    assertThat(less.get(0).quantity()).isEqualByComparingTo("-6");
    assertThat(less.get(0).net()).isEqualTo(yen("-60"));
  }

  @Test
  void whatIsNotChargedAnyMoreIsGivenBack() {
    List<LineDraft> billed = lines(List.of(hours(1, 10, "10", "100")), List.of(), false);

    List<LineDraft> back = lines(List.of(), billed, true);

    assertThat(back).hasSize(1);
    assertThat(back.get(0).net()).isEqualTo(yen("-100"));
    assertThat(back.get(0).unitPrice()).isEqualTo(yen("10"));
    List<LineDraft> both = List.of(billed.get(0), back.get(0));
    assertThat(lines(List.of(), both, true)).isEmpty();
  }

  @Test
  void anotherPriceIsCorrectedByItsDifference() {
    List<LineDraft> billed = lines(List.of(hours(1, 10, "10", "100")), List.of(), false);

    LineDraft line = lines(List.of(hours(1, 10, "12", "120")), billed, true).get(0);

    assertThat(line.net()).isEqualTo(yen("20"));
    assertThat(line.unit()).isEqualTo(ChargeUnit.ONCE);
    assertThat(line.quantity().multiply(line.unitPrice().amount())).isEqualByComparingTo("20");
  }

  /**
   * A price calculator's example: DigitalOcean's smallest droplet, 0.00595 USD an hour and 4 USD a
   * month at most, which is reached after 672 hours (its documentation of billing, "monthly cap").
   */
  @Test
  void moreHoursBeyondTheCapOfAMonthCostNothing() {
    List<LineDraft> billed = lines(List.of(dollars(672, "4")), List.of(), false);

    assertThat(lines(List.of(dollars(744, "4")), billed, true)).isEmpty();
  }

  @Test
  void discountIsANegativeQuantityOfAPrice() {
    Charge discount =
        charge(ChargeKind.DISCOUNT, 1, "1", ChargeUnit.ONCE, yen("-250"), yen("-250"));

    LineDraft line = lines(List.of(discount), List.of(), false).get(0);

    assertThat(line.quantity()).isEqualByComparingTo("-1");
    assertThat(line.unitPrice()).isEqualTo(yen("250"));
    assertThat(line.net()).isEqualTo(yen("-250"));
  }

  @Test
  void nothingIsNoLine() {
    assertThat(lines(List.of(hours(1, 10, "0", "0")), List.of(), false)).isEmpty();
  }

  @Test
  void timeThatFaultsTookIsToldByTheLineAndByTheLineThatCorrectsIt() {
    NotCharged outage = new NotCharged(7_200, List.of(FaultKind.POWER));
    Charge disturbed =
        charge(ChargeKind.SERVER_TIME, 1, "8", ChargeUnit.HOUR, yen("10"), yen("80"), outage);
    List<LineDraft> billed = lines(List.of(hours(1, 10, "10", "100")), List.of(), false);

    assertThat(lines(List.of(disturbed), List.of(), false))
        .singleElement()
        .extracting(LineDraft::notCharged)
        .isEqualTo(outage);
    assertThat(lines(List.of(disturbed), billed, true))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.net()).isEqualTo(yen("-20"));
              assertThat(line.notCharged()).isEqualTo(outage);
            });
  }

  private static List<LineDraft> lines(List<Charge> charges, List<LineDraft> billed, boolean late) {
    return Differences.lines(MONTH, charges, billed, late);
  }

  private static Charge hours(long lease, int hours, String price, String net) {
    return charge(
        ChargeKind.SERVER_TIME,
        lease,
        String.valueOf(hours),
        ChargeUnit.HOUR,
        yen(price),
        yen(net));
  }

  private static Charge dollars(int hours, String net) {
    return charge(
        ChargeKind.SERVER_TIME,
        1,
        String.valueOf(hours),
        ChargeUnit.HOUR,
        Money.of("0.00595", "USD"),
        Money.of(net, "USD"));
  }

  private static Charge charge(
      ChargeKind kind, long lease, String quantity, ChargeUnit unit, Money price, Money net) {
    return charge(kind, lease, quantity, unit, price, net, NotCharged.NOTHING);
  }

  private static Charge charge(
      ChargeKind kind,
      long lease,
      String quantity,
      ChargeUnit unit,
      Money price,
      Money net,
      NotCharged notCharged) {
    return new Charge(
        kind,
        5,
        lease,
        "lent-" + lease,
        3L,
        "Small",
        Instant.parse("2026-02-01T00:00:00Z"),
        Instant.parse("2026-02-02T00:00:00Z"),
        new BigDecimal(quantity),
        unit,
        price,
        net,
        TaxCategory.STANDARD,
        BigDecimal.TEN,
        notCharged);
  }

  private static Money yen(String amount) {
    return Money.of(amount, "JPY");
  }
}
