package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.TrafficSteps;
import org.yuzuri.portal.price.contract.ContractEntry;
import org.yuzuri.portal.price.contract.ContractService;
import org.yuzuri.portal.usage.LeaseCost;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;
import org.yuzuri.portal.usage.charge.Charges;
import org.yuzuri.portal.usage.traffic.Traffic;
import org.yuzuri.portal.usage.traffic.TrafficUsed;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.value.Fence;

/** From the price of traffic to what a tenant owes for it, on a real database. */
class TrafficChargesIT {

  private static final long GB = 1_000_000_000;
  private static final Duration HAD = Duration.ofHours(3);

  private final BilledSite billed = new BilledSite();
  private final long offer = billed.site.request.offerId();

  @Test
  void whatIsAboveWhatIsIncludedIsChargedInBothDirectionsTogether() {
    change(new BigDecimal("7.5"), BigDecimal.ONE);
    long lease = billed.lease(HAD);
    passes(lease, 2 * GB + 499, 1_500_000_000L);

    Charge charge = only();
    assertThat(charge.unit()).isEqualTo(ChargeUnit.GB);
    assertThat(charge.quantity()).isEqualByComparingTo("3.5");
    assertThat(charge.unitPrice()).isEqualTo(Money.of("7.5", "JPY"));
    assertThat(charge.net()).isEqualTo(Money.of("18", "JPY"));
    assertThat(charge.leaseId()).isEqualTo(lease);
    assertThat(traffic(lease)).contains(new TrafficUsed(2 * GB + 499, 1_500_000_000L));
    assertThat(
            billed
                .site
                .<LeaseCost>member(b -> b.get(UsageService.class).costOf(lease))
                .sum()
                .amount())
        .isBetween(new BigDecimal("48"), new BigDecimal("58"));
  }

  @Test
  void whatIsAboveAStepCostsWhatTheStepSays() {
    change(new BigDecimal("7.5"), TrafficSteps.typed("10 3\n100.5 0.5"), BigDecimal.ONE);
    long lease = billed.lease(HAD);
    change(new BigDecimal("999"), null);
    passes(lease, 100 * GB, 2 * GB);

    Charge charge = only();
    assertThat(charge.quantity()).isEqualByComparingTo("102");
    assertThat(charge.unitPrice()).isEqualTo(Money.of("7.5", "JPY"));
    assertThat(charge.net()).isEqualTo(Money.of("339", "JPY"));
  }

  @Test
  void trafficOfWhoseOrderHadNoPriceForItIsNotCharged() {
    long lease = billed.lease(HAD);
    change(new BigDecimal("100"), null);
    passes(lease, 50 * GB, 50 * GB);

    assertThat(billed.nets()).doesNotContainKey(ChargeKind.TRAFFIC);
  }

  @Test
  void trafficThatWasNeverCountedIsNotSaidToBeNone() {
    long lease = billed.lease(HAD);
    assertThat(traffic(lease)).isEmpty();

    read(lease, billed.now.minus(HAD).plusSeconds(60), 5, 5);

    assertThat(traffic(lease)).contains(new TrafficUsed(0, 0));
  }

  @Test
  void leaseKeepsThePriceThatItsOrderWasPlacedAt() {
    change(BigDecimal.TEN, null);
    long lease = billed.lease(HAD);
    change(new BigDecimal("999"), null);
    passes(lease, GB, 0);

    assertThat(only().net()).isEqualTo(Money.of("10", "JPY"));
  }

  @Test
  void whatIsIncludedIsShownAndCostsNothing() {
    change(BigDecimal.TEN, new BigDecimal("100"));
    long lease = billed.lease(HAD);
    passes(lease, 30 * GB, 0);

    assertThat(only().quantity()).isEqualByComparingTo("30");
    assertThat(only().net()).isEqualTo(Money.of("0", "JPY"));
  }

  @Test
  void contractsDiscountIsTakenOffTrafficToo() {
    change(new BigDecimal("100"), null);
    long lease = billed.lease(HAD);
    billed.billing(
        b ->
            b.get(ContractService.class)
                .add(
                    billed.site.tenant,
                    new ContractEntry(
                        0,
                        billed.month.toString(),
                        BigDecimal.TEN,
                        TaxCategory.STANDARD,
                        "JPY",
                        "",
                        Map.of())));
    passes(lease, 10 * GB, 0);

    // 10 % of three hours at 10 and of 10 GB at 100.
    assertThat(billed.nets())
        .containsEntry(ChargeKind.TRAFFIC, Money.of("1000", "JPY"))
        .containsEntry(ChargeKind.DISCOUNT, Money.of("-103", "JPY"));
  }

  @Test
  void tenantsOwnPriceOfTrafficCountsForItsOrders() {
    change(new BigDecimal("100"), BigDecimal.ONE);
    billed.billing(
        b ->
            b.get(ContractService.class)
                .add(
                    billed.site.tenant,
                    new ContractEntry(
                        0,
                        billed.month.toString(),
                        BigDecimal.ZERO,
                        TaxCategory.STANDARD,
                        "JPY",
                        "",
                        Map.of(),
                        Map.of(offer, new BigDecimal("3")))));
    long lease = billed.lease(HAD);
    passes(lease, 5 * GB, 0);

    assertThat(billed.nets())
        .containsEntry(ChargeKind.SERVER_TIME, Money.of("30", "JPY"))
        .containsEntry(ChargeKind.TRAFFIC, Money.of("12", "JPY"));
  }

  @Test
  void readingThatBecomesKnownLateIsChargedFromThenOn() {
    change(BigDecimal.TEN, null);
    long lease = billed.lease(HAD);
    passes(lease, GB, 0);
    billed.sql(
        "insert into usage_record (tenant_id, lease_id, kind, hour, number, pieces, recorded_at)"
            + " select tenant_id, lease_id, kind, hour, 1, 4000000000,"
            + " timestampadd(day, 1, recorded_at) from usage_record where kind = 'TRAFFIC_SENT'"
            + " and lease_id = "
            + lease);

    assertThat(only().net()).isEqualTo(Money.of("10", "JPY"));
    assertThat(
            traffic(
                    billed.site.portal(
                        b ->
                            b.get(Charges.class)
                                .ofTenant(
                                    billed.site.tenant,
                                    billed.month,
                                    billed.now.plus(Duration.ofDays(2)))))
                .net())
        .isEqualTo(Money.of("50", "JPY"));
  }

  @Test
  void priceThatCannotBeIsRefusedByItsField() {
    assertThatThrownBy(() -> change(BigDecimal.ONE.negate(), null))
        .hasMessageContaining("price.trafficPerGb");
    assertThatThrownBy(() -> change(null, BigDecimal.ONE)).hasMessageContaining("price.includedGb");
    assertThatThrownBy(() -> change(BigDecimal.ONE, new BigDecimal("-1")))
        .hasMessageContaining("price.includedGb");
  }

  @Test
  void strangerIsToldOfNoTraffic() {
    long lease = billed.lease(HAD);
    long stranger = billed.site.database.newTenant("Stranger");

    assertThatThrownBy(
            () ->
                billed.site.database.as(
                    stranger, Role.TENANT_ADMIN, b -> b.get(UsageService.class).trafficOf(lease)))
        .hasMessageContaining("NOT_FOUND");
  }

  private Optional<TrafficUsed> traffic(long lease) {
    return billed.site.member(b -> b.get(UsageService.class).trafficOf(lease));
  }

  private Charge only() {
    return traffic(billed.charges());
  }

  private static Charge traffic(List<Charge> charges) {
    List<Charge> found =
        charges.stream().filter(charge -> charge.kind() == ChargeKind.TRAFFIC).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private void passes(long lease, long sent, long received) {
    Instant begin = billed.now.minus(HAD);
    read(lease, begin.plusSeconds(60), 5, 5);
    read(lease, begin.plusSeconds(120), 5 + sent, 5 + received);
    billed.write(lease);
  }

  private void read(long lease, Instant at, long sent, long received) {
    TrafficCounted report =
        new TrafficCounted(
            UUID.randomUUID(),
            at,
            new Fence(billed.site.serverId, lease, 1),
            sent,
            sent,
            received,
            received);
    billed.site.portal(
        b -> {
          b.get(Traffic.class).counted(b.get(Leases.class).locked(lease), report, null);
          return true;
        });
  }

  private void change(@Nullable BigDecimal perGb, @Nullable BigDecimal included) {
    change(perGb, TrafficSteps.NONE, included);
  }

  private void change(
      @Nullable BigDecimal perGb, TrafficSteps steps, @Nullable BigDecimal included) {
    PriceEntry price =
        new PriceEntry(
            BilledUnit.HOUR,
            BigDecimal.TEN,
            PartOfMonth.WHOLE,
            null,
            null,
            perGb,
            steps,
            included,
            "JPY");
    billed.site.database.as(
        Tenants.LENDER,
        Role.OPERATOR,
        b -> {
          OfferView shown = b.get(OfferService.class).details(offer).offer();
          b.get(OfferService.class)
              .change(
                  offer,
                  shown.version(),
                  new OfferEntry(shown.name(), "", 2, 2048, 8, price, Set.of()));
          return true;
        });
  }
}
