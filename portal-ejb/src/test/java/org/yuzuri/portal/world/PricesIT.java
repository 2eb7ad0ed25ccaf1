package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.shiro.authz.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.PriceService;
import org.yuzuri.portal.price.contract.ContractEntry;
import org.yuzuri.portal.price.contract.ContractService;
import org.yuzuri.portal.price.contract.ContractView;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.usage.FaultEntry;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.Charges;

/** Prices, contracts and what comes of them, on a real database. */
class PricesIT {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final CircleSite site = new CircleSite();
  private final long offer = site.request.offerId();
  private final Instant now = site.database.clock().instant();
  private final YearMonth month = YearMonth.from(now.atZone(TOKYO));

  @Test
  void setUpCapAndStartedDaysAreAsked() {
    change(
        new PriceEntry(
            BilledUnit.HOUR,
            BigDecimal.TEN,
            PartOfMonth.WHOLE,
            new BigDecimal("25"),
            new BigDecimal("500"),
            "JPY"));
    lease(Duration.ofHours(5));

    assertThat(nets())
        .containsEntry(ChargeKind.SETUP, Money.of("500", "JPY"))
        .containsEntry(ChargeKind.SERVER_TIME, Money.of("25", "JPY"));
  }

  @Test
  void priceThatChangesDoesNotTouchALeaseThatRuns() {
    lease(Duration.ofHours(3));
    change(PriceEntry.perHour(new BigDecimal("99"), "JPY"));

    assertThat(nets()).containsEntry(ChargeKind.SERVER_TIME, Money.of("30", "JPY"));
  }

  @Test
  void tenantSeesAndGetsThePriceThatItHasAgreedOn() {
    agree(
        new ContractEntry(
            0,
            month.toString(),
            BigDecimal.ZERO,
            TaxCategory.STANDARD,
            "JPY",
            "",
            Map.of(offer, new BigDecimal("7"))));

    Price own = Price.perHour(new BigDecimal("7"), "JPY");
    assertThat(site.<OfferView>member(b -> b.get(OfferService.class).view(offer)).price())
        .isEqualTo(own);
    assertThat(
            site.member(
                    b -> b.get(OfferService.class).list(ListFilter.none(), PageRequest.first(100)))
                .rows())
        .filteredOn(row -> row.id() == offer)
        .singleElement()
        .satisfies(row -> assertThat(row.price()).isEqualTo(own));
    lease(Duration.ofHours(2));
    assertThat(nets()).containsEntry(ChargeKind.SERVER_TIME, Money.of("14", "JPY"));
  }

  @Test
  void discountIsTakenOffAndTaxIsAsAgreed() {
    agree(
        new ContractEntry(
            0,
            month.toString(),
            new BigDecimal("15"),
            TaxCategory.REVERSE_CHARGE,
            "JPY",
            "",
            Map.of()));
    lease(Duration.ofHours(5));

    assertThat(nets())
        .containsEntry(ChargeKind.SERVER_TIME, Money.of("50", "JPY"))
        .containsEntry(ChargeKind.DISCOUNT, Money.of("-7", "JPY"));
    assertThat(charges())
        .allSatisfy(
            charge -> {
              assertThat(charge.tax()).isEqualTo(TaxCategory.REVERSE_CHARGE);
              assertThat(charge.percent()).isEqualByComparingTo("0");
            });
  }

  @Test
  void contractOfAnotherTenantIsOfNoAccount() {
    long stranger = site.database.newTenant("Stranger");
    billing(
        b ->
            b.get(ContractService.class)
                .add(
                    stranger,
                    new ContractEntry(
                        0,
                        month.toString(),
                        new BigDecimal("50"),
                        TaxCategory.EXEMPT,
                        "JPY",
                        "",
                        Map.of(offer, BigDecimal.ONE))));
    lease(Duration.ofHours(2));

    assertThat(nets()).containsOnlyKeys(ChargeKind.SERVER_TIME);
    assertThat(nets()).containsEntry(ChargeKind.SERVER_TIME, Money.of("20", "JPY"));
  }

  @Test
  void contractOfAMonthThatIsOverOrTypedOverAnOlderOneIsRefused() {
    assertThatThrownBy(() -> agree(entry(0, month.minusMonths(1))))
        .hasMessageContaining("contract.from")
        .hasMessageContaining(month.toString());
    agree(entry(0, month.plusMonths(2)));
    assertThatThrownBy(() -> agree(entry(0, month.plusMonths(3))))
        .hasMessageContaining("CONTRACT_CHANGED_MEANWHILE");
    assertThatThrownBy(() -> agree(entry(1, month.plusMonths(1))))
        .hasMessageContaining(month.plusMonths(2).toString());
    assertThat(contract().history()).hasSize(1);
  }

  @Test
  void everythingThatIsWrongWithAContractIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                new ContractEntry(
                    0,
                    "soon",
                    new BigDecimal("100.5"),
                    TaxCategory.STANDARD,
                    "QQQ",
                    "two\nlines",
                    Map.of(offer, new BigDecimal("-1"))))
        .satisfies(
            refused ->
                assertThat(((org.yuzuri.portal.platform.ProblemException) refused).others())
                    .hasSize(4));
  }

  @Test
  void unknownTenantAndOfferAreMissing() {
    assertThatThrownBy(
            () -> billing(b -> b.get(ContractService.class).add(Long.MAX_VALUE, entry(0, month))))
        .hasMessageContaining("NOT_FOUND: tenant");
    assertThatThrownBy(
            () -> billing(b -> b.get(ContractService.class).add(Tenants.LENDER, entry(0, month))))
        .hasMessageContaining("NOT_FOUND: tenant");
    assertThatThrownBy(
            () ->
                agree(
                    new ContractEntry(
                        0,
                        month.toString(),
                        BigDecimal.ZERO,
                        TaxCategory.STANDARD,
                        "JPY",
                        "",
                        Map.of(Long.MAX_VALUE, BigDecimal.ONE))))
        .hasMessageContaining("contract.offer");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"LENDER_ADMIN", "LENDER_BILLING"},
      mode = EnumSource.Mode.EXCLUDE)
  void nobodyElseSetsPrices(Role role) {
    long tenant = role.isLender() ? Tenants.LENDER : site.tenant;

    assertThatThrownBy(
            () ->
                site.database.as(
                    tenant,
                    role,
                    b -> {
                      b.get(ContractService.class).add(site.tenant, entry(0, month));
                      return true;
                    }))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(
            () ->
                site.database.as(
                    tenant,
                    role,
                    b -> {
                      b.get(PriceService.class).setSla(month, 1, BigDecimal.TEN);
                      return true;
                    }))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void longFaultGivesBackWhatTheRuleSays() {
    billing(b -> b.get(PriceService.class).setSla(month, 1, new BigDecimal("20")));
    long lease = lease(Duration.ofHours(10));
    assertThat(nets()).doesNotContainKey(ChargeKind.SLA_CREDIT);

    billing(
        b ->
            b.get(UsageService.class)
                .noteFault(
                    lease,
                    new FaultEntry(
                        now.minus(Duration.ofHours(5)), now.minus(Duration.ofHours(3)), "switch")));
    write(lease);

    assertThat(nets())
        .containsEntry(ChargeKind.SERVER_TIME, Money.of("80", "JPY"))
        .containsEntry(ChargeKind.SLA_CREDIT, Money.of("-16", "JPY"));
  }

  @Test
  void imagesAreMeasuredOnceADayAndChargedByTheirSteps() {
    LocalDate yesterday = now.atZone(TOKYO).toLocalDate().minusDays(1);
    sql("delete from storage_day");
    sql("insert into storage_day values (" + (yesterday.toEpochDay() - 2) + ", utc_timestamp(6))");
    sql(
        "update boot_image_file set size_bytes = 31000000000 where tenant_id = "
            + site.tenant
            + " and role = 'KERNEL'");
    billing(
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
            count(
                "select count(*) from usage_record where kind = 'STORAGE' and tenant_id = "
                    + site.tenant))
        .isEqualTo(2);
    assertThat(
            count(
                "select sum(pieces) from usage_record where kind = 'STORAGE' and tenant_id = "
                    + site.tenant))
        .isEqualTo(2 * 31_000_001_000L);
  }

  @Test
  void whatWasAgreedIsWrittenOnce() {
    agree(
        new ContractEntry(
            0,
            month.toString(),
            BigDecimal.ONE,
            TaxCategory.STANDARD,
            "JPY",
            "",
            Map.of(offer, BigDecimal.ONE)));

    for (String table : List.of("contract", "contract_price", "offer_price")) {
      String column = table.equals("contract") ? "discount" : "per_unit";
      assertThatThrownBy(() -> sql("update " + table + " set " + column + " = 0"))
          .hasMessageContaining("written once");
      assertThatThrownBy(() -> sql("delete from " + table)).hasMessageContaining("kept for ever");
    }
  }

  private static ContractEntry entry(int seen, YearMonth from) {
    return new ContractEntry(
        seen, from.toString(), BigDecimal.ONE, TaxCategory.STANDARD, "JPY", "", Map.of());
  }

  private void agree(ContractEntry entry) {
    billing(b -> b.get(ContractService.class).add(site.tenant, entry));
  }

  private ContractView contract() {
    return site.database.as(
        Tenants.LENDER, Role.AUDITOR, b -> b.get(ContractService.class).view(site.tenant));
  }

  private void billing(java.util.function.Consumer<org.yuzuri.portal.platform.Portal> work) {
    site.database.as(
        Tenants.LENDER,
        Role.LENDER_BILLING,
        b -> {
          work.accept(b);
          return true;
        });
  }

  private void change(PriceEntry price) {
    site.database.as(
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

  /** A lease that was handed over so long ago, written down until now. */
  private long lease(Duration ago) {
    long order = site.order();
    long lease = site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
    site.portal(
        b -> {
          Cause cause = Cause.of(Actor.system("trial"), now.minus(ago), "HANDED_OVER");
          b.get(Leases.class)
              .happened(b.get(Leases.class).locked(lease), LeaseEvent.HAND_OVER, cause);
          return true;
        });
    write(lease);
    return lease;
  }

  private void write(long lease) {
    site.portal(
        b -> {
          b.get(MeteringService.class).write(lease);
          return true;
        });
  }

  private void measure() {
    site.portal(
        b -> {
          b.get(MeteringService.class).measureStorage();
          return true;
        });
  }

  private List<Charge> charges() {
    return site.portal(b -> b.get(Charges.class).ofTenant(site.tenant, month, now));
  }

  private Map<ChargeKind, Money> nets() {
    Map<ChargeKind, Money> nets = new TreeMap<>();
    charges().forEach(charge -> nets.merge(charge.kind(), charge.net(), Money::plus));
    return nets;
  }

  private long count(String query) {
    return site.portal(
        b ->
            ((Number) b.get(EntityManager.class).createNativeQuery(query).getSingleResult())
                .longValue());
  }

  private void sql(String statement) {
    try (Connection connection = site.database.connect();
        Statement written = connection.createStatement()) {
      written.executeUpdate(statement);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }
}
