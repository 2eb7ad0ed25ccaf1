package org.yuzuri.portal.usage.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.contract.ContractTerms;

/** What a lease will cost in a month, with what it has used, by the rules of every charge. */
class ComingTimeTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final BillingRules RULES = new BillingRules(TOKYO, Rounding.DOWN);
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  /** 09:20 in Tokyo on March 11th: ten days and nine hours are over. */
  private static final Instant NOW = Instant.parse("2026-03-11T00:20:00Z");

  /** Noon in Tokyo on February 1st. */
  private static final Instant HANDED_OVER = Instant.parse("2026-02-01T03:00:00Z");

  @Test
  void hoursAreThoseFromTheRunningOneToTheEndOfTheMonth() {
    LeaseFacts lease = lease(BilledUnit.HOUR, "10", PartOfMonth.WHOLE, null, null);

    assertThat(ComingTime.of(lease, march()).values()).containsExactly(744L - 249L);
    assertThat(expected(lease, Map.of(march().from(), 249L), BigDecimal.ZERO))
        .containsExactly("JPY 7440");
  }

  @Test
  void leaseThatEndsIsChargedUntilThen() {
    Instant end = NOW.plusSeconds(3 * 3600);
    LeaseFacts lease = lease(BilledUnit.HOUR, "10", PartOfMonth.WHOLE, null, end);

    assertThat(ComingTime.of(lease, march()).values()).containsExactly(4L);
    assertThat(ComingTime.of(lease, month(YearMonth.of(2026, 4)))).isEmpty();
  }

  @Test
  void capAndDiscountHoldForWhatIsToCome() {
    LeaseFacts lease = lease(BilledUnit.HOUR, "10", PartOfMonth.WHOLE, "5000", null);

    assertThat(expected(lease, Map.of(march().from(), 249L), BigDecimal.valueOf(30)))
        .containsExactly("JPY 5000", "JPY -1500");
  }

  /** A started day of a month's price is a share of the month, not a month. */
  @Test
  void startedDaysAreSharesOfTheMonth() {
    LeaseFacts lease = lease(BilledUnit.MONTH, "31000", PartOfMonth.STARTED_DAYS, null, null);

    assertThat(ComingTime.of(lease, month(YearMonth.of(2026, 4)))).hasSize(30);
    assertThat(ComingTime.of(lease, march())).hasSize(21);
    assertThat(expected(lease, Map.of(), BigDecimal.ZERO)).containsExactly("JPY 21000");
  }

  @Test
  void wholeMonthIsChargedOnItsDayAndOnce() {
    LeaseFacts lease = lease(BilledUnit.MONTH, "31000", PartOfMonth.WHOLE, null, null);

    assertThat(expected(lease, Map.of(march().from(), 1L), BigDecimal.ZERO))
        .containsExactly("JPY 31000");
    assertThat(ComingTime.of(lease, month(YearMonth.of(2026, 4)))).hasSize(1);
  }

  private static List<String> expected(
      LeaseFacts lease, Map<Instant, Long> used, BigDecimal discount) {
    ContractTerms terms =
        new ContractTerms(
            lease.tenantId(), 1, MARCH, discount, TaxCategory.STANDARD, "JPY", "", NOW, "clerk");
    UsedOfLeases all =
        new UsedOfLeases(Map.of(), Map.of(lease.leaseId(), used))
            .and(Map.of(lease.leaseId(), ComingTime.of(lease, march())));
    return new MonthlyCharges(march(), Map.of(lease.tenantId(), terms), null, Map.of(), Map.of())
        .of(lease, all).stream().map(charge -> charge.net().toString()).toList();
  }

  private static BilledMonth march() {
    return month(MARCH);
  }

  private static BilledMonth month(YearMonth month) {
    return BilledMonth.of(month, RULES, NOW);
  }

  private static LeaseFacts lease(
      BilledUnit unit,
      String perUnit,
      PartOfMonth part,
      @Nullable String cap,
      @Nullable Instant endsAt) {
    return new LeaseFacts(
        7,
        3,
        "lent-17",
        1,
        "Small",
        HANDED_OVER,
        endsAt,
        null,
        unit,
        new BigDecimal(perUnit),
        part,
        cap == null ? null : new BigDecimal(cap),
        BigDecimal.ZERO,
        null,
        "",
        BigDecimal.ZERO,
        "JPY");
  }
}
