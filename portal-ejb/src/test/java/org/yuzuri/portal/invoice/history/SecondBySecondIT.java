package org.yuzuri.portal.invoice.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.invoice.run.RunInMemory.Document;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;

/**
 * Ten thousand tenants, each with a lease, its outside traffic and boot images, against a {@link
 * Bookkeeper} who counts second by second: faults of every kind that overlap, periods that are
 * extended and shortened, list prices that change before the order, contracts that change from
 * month to month (discount, tax, a price of the tenant's own), caps, set-up fees, tiers, what is
 * given back for faults; what becomes known late and is corrected; clocks that jump; zones that
 * change their clocks, a leap day, ends of months; metering and runs that are killed half-way.
 *
 * <p>There are no differences, deriving and billing again adds nothing, and the lines of all
 * documents of a month are its charges. All rules are the product's own; what its statements sum up
 * is summed up in memory, since ten thousand histories through a database would take an hour.
 * {@code RandomHistoriesIT} has some through the database, with the report's sums.
 *
 * <p>The same ten thousand each time; {@code -Dyuzuri.histories.seed=NUMBER} makes others. What
 * fails names its own seed, and {@code -Dyuzuri.histories.only=SEED} repeats that one.
 */
class SecondBySecondIT {

  private static final int TENANTS = 10_000;
  private static final long SEED = Long.getLong("yuzuri.histories.seed", 20_261_130L);

  private final AtomicInteger corrected = new AtomicInteger();
  private final AtomicInteger negative = new AtomicInteger();

  @Test
  void whatIsBilledIsWhatABookkeeperCounts() {
    Long only = Long.getLong("yuzuri.histories.only");
    if (only != null) {
      compare(only);
      return;
    }
    IntStream.range(0, TENANTS).parallel().forEach(place -> compare(SEED * TENANTS + place));
    assertThat(corrected).as("tenants that got a correction").hasValueGreaterThan(TENANTS / 20);
    assertThat(negative).as("documents that take back").hasValueGreaterThan(TENANTS / 100);
  }

  private void compare(long seed) {
    Random random = new Random(seed);
    RandomTenant tenant = new RandomTenant(random);
    TenantsLedger ledger = new TenantsLedger(tenant, random);
    ledger.goOnUntilAllIsKnown();

    Bookkeeper bookkeeper = new Bookkeeper(tenant);
    Map<YearMonth, Map<ChargeKind, BigDecimal>> owed = bookkeeper.owed();
    List<Document> documents = ledger.runs.documents();
    assertThat(charged(tenant, ledger)).as("charges of seed %d: %s", seed, tenant).isEqualTo(owed);
    assertTimeThatIsNotCharged(tenant, ledger, bookkeeper, seed);
    assertThat(billed(documents)).as("lines of seed %d: %s", seed, tenant).isEqualTo(owed);
    documents.forEach(document -> assertTaxes(document, tenant, bookkeeper, seed));
    if (documents.stream().flatMap(each -> each.lines().stream()).anyMatch(LineDraft::correction)) {
      corrected.incrementAndGet();
    }
    negative.addAndGet((int) documents.stream().filter(each -> net(each).isNegative()).count());
  }

  private static Map<YearMonth, Map<ChargeKind, BigDecimal>> charged(
      RandomTenant tenant, TenantsLedger ledger) {
    Map<YearMonth, Map<ChargeKind, BigDecimal>> sums = new TreeMap<>();
    for (YearMonth month : tenant.terms.keySet()) {
      for (Charge charge : ledger.charges.ofTenant(5, month, ledger.asOf())) {
        add(sums, month, charge.kind(), charge.net());
      }
    }
    return withoutNothing(sums);
  }

  private static void assertTimeThatIsNotCharged(
      RandomTenant tenant, TenantsLedger ledger, Bookkeeper bookkeeper, long seed) {
    for (YearMonth month : tenant.terms.keySet()) {
      for (Charge charge : ledger.charges.ofTenant(5, month, ledger.asOf())) {
        assertThat(charge.notCharged().seconds())
            .as("seconds of %s of seed %d that are not charged", charge.kind(), seed)
            .isEqualTo(charge.kind() == ChargeKind.SERVER_TIME ? bookkeeper.paused(month) : 0);
      }
    }
  }

  private static Map<YearMonth, Map<ChargeKind, BigDecimal>> billed(List<Document> documents) {
    Map<YearMonth, Map<ChargeKind, BigDecimal>> sums = new TreeMap<>();
    for (Document document : documents) {
      document.lines().forEach(line -> add(sums, line.month(), line.kind(), line.net()));
    }
    return withoutNothing(sums);
  }

  private static void add(
      Map<YearMonth, Map<ChargeKind, BigDecimal>> sums,
      YearMonth month,
      ChargeKind kind,
      Money net) {
    sums.computeIfAbsent(month, first -> new EnumMap<>(ChargeKind.class))
        .merge(kind, net.amount(), BigDecimal::add);
  }

  private static Map<YearMonth, Map<ChargeKind, BigDecimal>> withoutNothing(
      Map<YearMonth, Map<ChargeKind, BigDecimal>> sums) {
    sums.values()
        .forEach(
            kinds -> {
              kinds.values().removeIf(amount -> amount.signum() == 0);
              kinds.replaceAll((kind, amount) -> amount.stripTrailingZeros());
            });
    sums.values().removeIf(Map::isEmpty);
    return sums;
  }

  /** Of each rate that held when something was used, one tax of the sum of its lines. */
  private static void assertTaxes(
      Document document, RandomTenant tenant, Bookkeeper bookkeeper, long seed) {
    Map<BigDecimal, BigDecimal> nets = new TreeMap<>();
    for (LineDraft line : document.lines()) {
      BigDecimal percent = tenant.terms.get(line.month()).percent(line.month());
      assertThat(line.percent()).as("rate of seed %d", seed).isEqualByComparingTo(percent);
      nets.merge(percent, line.net().amount(), BigDecimal::add);
    }
    Map<BigDecimal, BigDecimal> taxes = new TreeMap<>();
    for (TaxTotal tax : document.taxes()) {
      taxes.merge(tax.percent(), tax.tax().amount(), BigDecimal::add);
    }
    String currency = document.currency().getCurrencyCode();
    nets.replaceAll((percent, net) -> bookkeeper.tax(net, percent, currency));
    assertThat(taxes.keySet()).as("rates of seed %d", seed).isEqualTo(nets.keySet());
    nets.forEach(
        (percent, tax) ->
            assertThat(taxes.get(percent)).as("tax of seed %d", seed).isEqualByComparingTo(tax));
  }

  private static Money net(Document document) {
    return document.lines().stream()
        .map(LineDraft::net)
        .reduce(Money.zero(document.currency()), Money::plus);
  }
}
