package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.offer.OfferDetails;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferPriceView;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.order.placing.OrderReview;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.contract.ContractEntry;
import org.yuzuri.portal.price.contract.ContractService;
import org.yuzuri.portal.usage.charge.ChargeKind;

/** A server that is offered for dollars, from its price to its charges. */
class DollarsIT {

  private static final PriceEntry LISTED =
      new PriceEntry(
          BilledUnit.HOUR,
          new BigDecimal("0.155"),
          PartOfMonth.WHOLE,
          null,
          new BigDecimal("4.99"),
          "USD");

  private final BilledSite billed = new BilledSite();
  private final long offer = billed.site.request.offerId();

  @Test
  void reviewSaysDollarsAndTheChargesAreRoundedToCents() {
    change(LISTED);

    OrderReview review =
        billed.site.member(b -> b.get(OrderService.class).review(billed.site.request));
    assertThat(review.price()).isEqualTo(LISTED.price());
    assertThat(review.total()).isEqualTo(Money.of("8.71", "USD"));
    billed.lease(Duration.ofHours(3));

    assertThat(billed.nets())
        .containsOnly(
            Map.entry(ChargeKind.SETUP, Money.of("4.99", "USD")),
            Map.entry(ChargeKind.SERVER_TIME, Money.of("0.46", "USD")));
  }

  @Test
  void discountIsOfTheSameCurrency() {
    agree(Map.of(), "10");
    change(LISTED);
    billed.lease(Duration.ofHours(3));

    assertThat(billed.nets()).containsEntry(ChargeKind.DISCOUNT, Money.of("-0.54", "USD"));
  }

  /** What was agreed in yen says nothing of a list in dollars, and again of one in yen. */
  @Test
  void agreedAmountHoldsForItsOwnCurrencyOnly() {
    agree(Map.of(offer, new BigDecimal("7")), "0");
    change(LISTED);
    assertThat(price()).isEqualTo(LISTED.price());

    change(PriceEntry.perHour(new BigDecimal("12"), "JPY"));
    assertThat(price()).isEqualTo(Price.perHour(new BigDecimal("7"), "JPY"));
  }

  @Test
  void orderKeepsItsCurrencyWhateverTheOfferCostsLater() {
    change(LISTED);
    long order = billed.site.order();
    change(PriceEntry.perHour(new BigDecimal("12"), "JPY"));

    assertThat(
            billed.site.<Price>member(
                b -> {
                  LeaseService leases = b.get(LeaseService.class);
                  return leases.view(leases.ofOrder(order).get(0).id()).price();
                }))
        .isEqualTo(LISTED.price());
    assertThat(details().prices())
        .extracting(OfferPriceView::number, each -> each.price().currency())
        .containsExactly(tuple(3, "JPY"), tuple(2, "USD"), tuple(1, "JPY"));
  }

  @Test
  void currencyOfAContractIsInTheAuditTrail() {
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
                        "USD",
                        "",
                        Map.of())));

    assertThat(
            billed.site.database.number(
                "select count(*) from audit_entry e join tenant t on e.subject ="
                    + " concat('tenant ', t.name) where t.id = "
                    + billed.site.tenant
                    + " and e.action = 'contract.add' and e.detail like '%, STANDARD, USD%'"))
        .isEqualTo(1);
  }

  @Test
  void currencyThatThereIsNotIsNamed() {
    assertThatThrownBy(() -> change(PriceEntry.perHour(BigDecimal.ONE, "US$")))
        .hasMessageContaining("price.currency")
        .hasMessageContaining("US$")
        .hasMessageContaining("ISO 4217");
    assertThat(price().currency()).isEqualTo("JPY");
  }

  private Price price() {
    return billed.site.member(b -> b.get(OfferService.class).view(offer).price());
  }

  private void agree(Map<Long, BigDecimal> prices, String discount) {
    billed.billing(
        b ->
            b.get(ContractService.class)
                .add(
                    billed.site.tenant,
                    new ContractEntry(
                        0,
                        billed.month.toString(),
                        new BigDecimal(discount),
                        TaxCategory.STANDARD,
                        "JPY",
                        "",
                        prices)));
  }

  private void change(PriceEntry price) {
    OfferDetails shown = details();
    operator(
        b -> {
          b.get(OfferService.class)
              .change(
                  offer,
                  shown.offer().version(),
                  new OfferEntry(shown.offer().name(), "", 2, 2048, 8, price, Set.of()));
          return true;
        });
  }

  private OfferDetails details() {
    return operator(b -> b.get(OfferService.class).details(offer));
  }

  private <T> T operator(Function<Portal, T> work) {
    return billed.site.database.as(Tenants.LENDER, Role.OPERATOR, work);
  }
}
