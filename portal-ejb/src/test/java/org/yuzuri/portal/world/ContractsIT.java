package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.shiro.authz.AuthorizationException;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.price.TimePrice;
import org.yuzuri.billing.price.TrafficPrice;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferState;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.PriceService;
import org.yuzuri.portal.price.contract.ContractEntry;
import org.yuzuri.portal.price.contract.ContractService;
import org.yuzuri.portal.price.contract.ContractView;
import org.yuzuri.portal.usage.charge.ChargeKind;

/** What tenants have agreed on, and what comes of it, on a real database. */
class ContractsIT {

  private final BilledSite billed = new BilledSite();
  private final long offer = billed.site.request.offerId();
  private final YearMonth month = billed.month;

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
    OfferView view = billed.site.member(b -> b.get(OfferService.class).view(offer));
    assertThat(view.price()).isEqualTo(own);
    assertThat(
            billed
                .site
                .member(
                    b ->
                        b.get(OfferService.class)
                            .list(
                                new ListFilter<OfferState>(view.name(), Set.of()),
                                PageRequest.first(100)))
                .rows())
        .filteredOn(row -> row.id() == offer)
        .singleElement()
        .satisfies(row -> assertThat(row.price()).isEqualTo(own));
    billed.lease(Duration.ofHours(2));
    assertThat(billed.nets()).containsEntry(ChargeKind.SERVER_TIME, Money.of("14", "JPY"));
  }

  /** The list's other parts go on being the list's: nothing of them was agreed. */
  @Test
  void onlyWhatWasAgreedIsTheTenantsOwn() {
    agreeOn(Map.of(offer, new BigDecimal("7")), Map.of());
    change("99", "5", "30");

    assertThat(price().time().perUnit()).isEqualTo(Money.of("7", "JPY"));
    assertThat(price().setUp()).isEqualTo(Money.of("30", "JPY"));
    assertThat(price().traffic()).isEqualTo(new TrafficPrice(Money.of("5", "JPY"), BigDecimal.ONE));
    assertThat(contract().prices().get(offer).perUnit()).isEqualByComparingTo("7");
    assertThat(contract().prices().get(offer).perGb()).isNull();
  }

  @Test
  void agreedPriceOfTrafficLeavesThatOfTimeToTheList() {
    agreeOn(Map.of(), Map.of(offer, new BigDecimal("3")));
    change("99", "5", "30");

    assertThat(price().time().perUnit()).isEqualTo(Money.of("99", "JPY"));
    assertThat(price().traffic()).isEqualTo(new TrafficPrice(Money.of("3", "JPY"), BigDecimal.ONE));
  }

  /** What was agreed before parts could be is kept as it was shown then. */
  @Test
  void olderVersionKeepsAllOfItsParts() {
    agreeOn(Map.of(), Map.of());
    billed.sql(
        "insert into contract_price (contract_id, offer_id, price_unit, per_unit, part_of_month,"
            + " set_up_fee, included_gb, currency) select max(id), "
            + offer
            + ", 'DAY', 50, 'WHOLE', 0, 0, 'JPY' from contract where tenant_id = "
            + billed.site.tenant);
    change("99", "5", "30");

    assertThat(price().time()).isEqualTo(TimePrice.of(BilledUnit.DAY, Money.of("50", "JPY")));
    assertThat(price().setUp()).isEqualTo(Money.of("0", "JPY"));
    assertThat(price().traffic()).isNull();
  }

  /** Somebody changes a discount only; meanwhile the list goes by the month. */
  @Test
  void amountThatIsTakenOverStaysForTheUnitThatItWasAgreedFor() {
    agreeOn(Map.of(offer, new BigDecimal("7")), Map.of());
    change(BilledUnit.MONTH, PartOfMonth.STARTED_DAYS, "9000", "5", "30");
    agree(
        new ContractEntry(
            1,
            month.toString(),
            BigDecimal.TEN,
            TaxCategory.STANDARD,
            "JPY",
            "",
            Map.of(offer, new BigDecimal("7.0"))));

    assertThat(price().time()).isEqualTo(TimePrice.of(BilledUnit.HOUR, Money.of("7", "JPY")));
  }

  @Test
  void agreedMonthIsChargedByItsDaysAlsoWhenTheListGoesByTheHour() {
    change(BilledUnit.MONTH, PartOfMonth.STARTED_DAYS, "9000", "5", "30");
    agreeOn(Map.of(offer, new BigDecimal("8000")), Map.of());
    change("99", "5", "30");

    assertThat(price().time())
        .isEqualTo(
            new TimePrice(
                BilledUnit.MONTH, Money.of("8000", "JPY"), PartOfMonth.STARTED_DAYS, null));
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
    billed.lease(Duration.ofHours(5));

    assertThat(billed.nets())
        .containsEntry(ChargeKind.SERVER_TIME, Money.of("50", "JPY"))
        .containsEntry(ChargeKind.DISCOUNT, Money.of("-7", "JPY"));
    assertThat(billed.charges())
        .allSatisfy(
            charge -> {
              assertThat(charge.tax()).isEqualTo(TaxCategory.REVERSE_CHARGE);
              assertThat(charge.percent()).isEqualByComparingTo("0");
            });
  }

  @Test
  void contractOfAnotherTenantIsOfNoAccount() {
    long stranger = billed.site.database.newTenant("Stranger");
    billed.billing(
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
    billed.lease(Duration.ofHours(2));

    assertThat(billed.nets()).containsOnlyKeys(ChargeKind.SERVER_TIME);
    assertThat(billed.nets()).containsEntry(ChargeKind.SERVER_TIME, Money.of("20", "JPY"));
  }

  /** What one tenant owes is worked out once for each in a run: it may not grow with the others. */
  @Test
  void chargesOfATenantReadNoContractOfOthers() {
    for (int i = 0; i < 3; i++) {
      long stranger = billed.site.database.newTenant("Stranger");
      billed.billing(b -> b.get(ContractService.class).add(stranger, entry(0, month)));
    }
    agree(entry(0, month));
    billed.lease(Duration.ofHours(2));

    Statistics statistics =
        billed.site.portal(
            b ->
                b.get(EntityManager.class)
                    .unwrap(Session.class)
                    .getSessionFactory()
                    .getStatistics());
    statistics.setStatisticsEnabled(true);
    try {
      statistics.clear();
      assertThat(billed.charges()).isNotEmpty();
      assertThat(
              statistics
                  .getEntityStatistics("org.yuzuri.portal.price.contract.Contract")
                  .getLoadCount())
          .isEqualTo(1);
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  @Test
  void contractOfAMonthThatIsOverOrTypedOverAnOlderOneIsRefused() {
    assertThatThrownBy(() -> agree(entry(0, month.minusMonths(1))))
        .hasMessageContaining("contract.from")
        .hasMessageContaining(month.toString());
    agree(entry(0, month.plusMonths(2)));
    assertThatThrownBy(() -> agree(entry(0, month.plusMonths(3))))
        .hasMessageContaining("CHANGED_BY: contract");
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
        .satisfies(refused -> assertThat(((ProblemException) refused).others()).hasSize(4));
  }

  @Test
  void unknownTenantAndOfferAreMissing() {
    assertThatThrownBy(
            () ->
                billed.billing(
                    b -> b.get(ContractService.class).add(Long.MAX_VALUE, entry(0, month))))
        .hasMessageContaining("NOT_FOUND: tenant");
    assertThatThrownBy(
            () ->
                billed.billing(
                    b -> b.get(ContractService.class).add(Tenants.LENDER, entry(0, month))))
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
    long tenant = role.isLender() ? Tenants.LENDER : billed.site.tenant;

    assertThatThrownBy(
            () ->
                billed.site.database.as(
                    tenant,
                    role,
                    b -> {
                      b.get(ContractService.class).add(billed.site.tenant, entry(0, month));
                      return true;
                    }))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(
            () ->
                billed.site.database.as(
                    tenant,
                    role,
                    b -> {
                      b.get(PriceService.class).setSla(month, 1, BigDecimal.TEN);
                      return true;
                    }))
        .isInstanceOf(AuthorizationException.class);
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
      assertThatThrownBy(() -> billed.sql("update " + table + " set " + column + " = 0"))
          .hasMessageContaining("written once");
      assertThatThrownBy(() -> billed.sql("delete from " + table))
          .hasMessageContaining("kept for ever");
    }
  }

  private Price price() {
    return billed.site.<OfferView>member(b -> b.get(OfferService.class).view(offer)).price();
  }

  private void agreeOn(Map<Long, BigDecimal> prices, Map<Long, BigDecimal> traffic) {
    agree(
        new ContractEntry(
            0,
            month.toString(),
            BigDecimal.ZERO,
            TaxCategory.STANDARD,
            "JPY",
            "",
            prices,
            traffic));
  }

  /** What the list says. */
  private void change(String perHour, String perGb, String setUp) {
    change(BilledUnit.HOUR, PartOfMonth.WHOLE, perHour, perGb, setUp);
  }

  private void change(
      BilledUnit unit, PartOfMonth part, String perUnit, String perGb, String setUp) {
    PriceEntry price =
        new PriceEntry(
            unit,
            new BigDecimal(perUnit),
            part,
            null,
            new BigDecimal(setUp),
            new BigDecimal(perGb),
            BigDecimal.ONE,
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

  private static ContractEntry entry(int seen, YearMonth from) {
    return new ContractEntry(
        seen, from.toString(), BigDecimal.ONE, TaxCategory.STANDARD, "JPY", "", Map.of());
  }

  private void agree(ContractEntry entry) {
    billed.billing(b -> b.get(ContractService.class).add(billed.site.tenant, entry));
  }

  private ContractView contract() {
    return billed.site.database.as(
        Tenants.LENDER, Role.AUDITOR, b -> b.get(ContractService.class).view(billed.site.tenant));
  }
}
