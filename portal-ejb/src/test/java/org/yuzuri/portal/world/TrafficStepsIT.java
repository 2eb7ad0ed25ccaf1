package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.TrafficSteps;
import org.yuzuri.portal.price.contract.ContractEntry;
import org.yuzuri.portal.price.contract.ContractService;
import org.yuzuri.portal.price.contract.ContractView;

/** Prices of traffic by volume, of the list and of a tenant's own. */
class TrafficStepsIT {

  private final BilledSite billed = new BilledSite();
  private final long offer = billed.site.request.offerId();

  @Test
  void stepsOfTheListAreReadAsTheyWereWritten() {
    change(BigDecimal.TEN, "100 8\n1000 2.5");

    assertThat(steps()).isEqualTo("100:8/1000:2.5");
    assertThat(price().traffic().includedGb()).isEqualByComparingTo("1");
    assertThat(
            billed.site.database.number(
                "select count(*) from offer_price where traffic_steps = '100:8/1000:2.5'"
                    + " and offer_id = "
                    + offer))
        .isEqualTo(1);
  }

  @Test
  void agreedStepsHoldInsteadOfTheListsAndWhatIsIncludedStays() {
    change(BigDecimal.TEN, "100 8");
    agree(0, new BigDecimal("6"), TrafficSteps.typed("50 5"));

    assertThat(price().traffic().perGb().amount()).isEqualByComparingTo("6");
    assertThat(steps()).isEqualTo("50:5");
    assertThat(price().traffic().includedGb()).isEqualByComparingTo("1");
    assertThat(contract().prices().get(offer).steps().code()).isEqualTo("50:5");
  }

  /** A price for each GB was agreed, whatever the volume. */
  @Test
  void agreedPriceWithoutStepsHasNoneOfTheLists() {
    change(BigDecimal.TEN, "100 8");
    agree(0, new BigDecimal("6"), TrafficSteps.NONE);
    assertThat(steps()).isEmpty();

    agree(1, null, TrafficSteps.NONE);
    assertThat(steps()).isEqualTo("100:8");
  }

  @Test
  void stepsWithoutAPriceOfTheFirstGigabyteAreRefused() {
    assertThatThrownBy(() -> agree(0, null, TrafficSteps.typed("50 5")))
        .hasMessageContaining("price.trafficSteps");
    assertThatThrownBy(() -> change(null, "50 5")).hasMessageContaining("price.trafficSteps");
  }

  private String steps() {
    return TrafficSteps.of(price().traffic().price()).code();
  }

  private Price price() {
    return billed.site.<OfferView>member(b -> b.get(OfferService.class).view(offer)).price();
  }

  private void agree(int seen, @Nullable BigDecimal perGb, TrafficSteps steps) {
    ContractEntry entry =
        new ContractEntry(
            seen,
            billed.month.toString(),
            BigDecimal.ZERO,
            TaxCategory.STANDARD,
            "JPY",
            "",
            Map.of(),
            perGb == null ? Map.of() : Map.of(offer, perGb),
            Map.of(offer, steps));
    billed.billing(b -> b.get(ContractService.class).add(billed.site.tenant, entry));
  }

  private ContractView contract() {
    return billed.site.database.as(
        Tenants.LENDER, Role.AUDITOR, b -> b.get(ContractService.class).view(billed.site.tenant));
  }

  private void change(@Nullable BigDecimal perGb, String steps) {
    PriceEntry price =
        new PriceEntry(
            BilledUnit.HOUR,
            BigDecimal.TEN,
            PartOfMonth.WHOLE,
            null,
            null,
            perGb,
            TrafficSteps.typed(steps),
            perGb == null ? null : BigDecimal.ONE,
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
