package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.PriceService;
import org.yuzuri.portal.usage.FaultEntry;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.charge.ChargeKind;

/** Prices of offers, of faults and of images, and what comes of them, on a real database. */
class PricesIT {

  private final BilledSite billed = new BilledSite();
  private final long offer = billed.site.request.offerId();
  private final Instant now = billed.now;
  private final YearMonth month = billed.month;

  @Test
  void setUpCapAndStartedDaysAreAsked() {
    change(
        new PriceEntry(
            BilledUnit.HOUR,
            BigDecimal.TEN,
            PartOfMonth.WHOLE,
            new BigDecimal("25"),
            new BigDecimal("500"),
            null,
            null,
            "JPY"));
    billed.lease(Duration.ofHours(5));

    assertThat(billed.nets())
        .containsEntry(ChargeKind.SETUP, Money.of("500", "JPY"))
        .containsEntry(ChargeKind.SERVER_TIME, Money.of("25", "JPY"));
  }

  @Test
  void priceThatChangesDoesNotTouchALeaseThatRuns() {
    billed.lease(Duration.ofHours(3));
    change(PriceEntry.perHour(new BigDecimal("99"), "JPY"));

    assertThat(billed.nets()).containsEntry(ChargeKind.SERVER_TIME, Money.of("30", "JPY"));
  }

  @Test
  void longFaultGivesBackWhatTheRuleSays() {
    billed.billing(b -> b.get(PriceService.class).setSla(month, 1, new BigDecimal("20")));
    long lease = billed.lease(Duration.ofHours(10));
    assertThat(billed.nets()).doesNotContainKey(ChargeKind.SLA_CREDIT);

    billed.billing(
        b ->
            b.get(UsageService.class)
                .noteFault(
                    lease,
                    new FaultEntry(
                        now.minus(Duration.ofHours(5)),
                        now.minus(Duration.ofHours(3)),
                        FaultKind.NETWORK,
                        "switch")));
    billed.write(lease);

    assertThat(billed.nets())
        .containsEntry(ChargeKind.SERVER_TIME, Money.of("80", "JPY"))
        .containsEntry(ChargeKind.SLA_CREDIT, Money.of("-16", "JPY"));
  }

  @Test
  void imagesAreMeasuredOnceADayAndChargedByTheirSteps() {
    LocalDate yesterday = now.atZone(BilledSite.TOKYO).toLocalDate().minusDays(1);
    billed.sql("delete from storage_day");
    billed.sql(
        "insert into storage_day values (" + (yesterday.toEpochDay() - 2) + ", utc_timestamp(6))");
    billed.sql(
        "update boot_image_file set size_bytes = 31000000000 where tenant_id = "
            + billed.site.tenant
            + " and role = 'KERNEL'");
    billed.billing(
        b ->
            b.get(PriceService.class)
                .setStorage(
                    YearMonth.from(yesterday).isBefore(month) ? month : YearMonth.from(yesterday),
                    "JPY",
                    new TreeMap<>(
                        Map.of(
                            BigDecimal.ZERO, new BigDecimal("100"),
                            BigDecimal.ONE, new BigDecimal("50")))));
    measure();
    measure();

    assertThat(
            billed.site.database.number(
                "select count(*) from usage_record where kind = 'STORAGE' and tenant_id = "
                    + billed.site.tenant))
        .isEqualTo(2);
    assertThat(
            billed.site.database.number(
                "select sum(pieces) from usage_record where kind = 'STORAGE' and tenant_id = "
                    + billed.site.tenant))
        .isEqualTo(2 * 31_000_001_000L);
  }

  private void change(PriceEntry price) {
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

  private void measure() {
    billed.site.portal(
        b -> {
          b.get(MeteringService.class).measureStorage();
          return true;
        });
  }
}
