package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.offer.OfferDetails;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferPriceView;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.ReviewedOrder;

/** What becomes of orders, old, reviewed and new, when an operator changes their offer. */
class ChangingOffersIT {

  private final CircleSite site = new CircleSite();
  private final long id = site.request.offerId();

  @Test
  void newPriceIsForNewOrdersAndWhatWasOrderedKeepsItsOwn() {
    ReviewedOrder reviewed = reviewed();
    long order = site.member(site::place);

    change(entry("12.5", Set.of()));

    assertThat(site.<BigDecimal>member(b -> priceOfLease(b.get(LeaseService.class), order)))
        .isEqualByComparingTo("10");
    assertThatThrownBy(() -> place(reviewed)).hasMessageContaining("PRICE_CHANGED");
    assertThat(details().prices()).extracting(OfferPriceView::number).containsExactly(2, 1);
    assertThat(details().prices().get(0).price().time().perUnit().amount())
        .isEqualByComparingTo("12.5");
  }

  @Test
  void changeOfSomethingElseIsNoNewPrice() {
    change(entry("10.0000", Set.of(site.tenant)));

    assertThat(details().prices()).hasSize(1);
    assertThat(details().tenants()).hasSize(1);
  }

  @Test
  void offerThatIsForOthersByNowIsMissingAlsoForAReviewedOrder() {
    ReviewedOrder reviewed = reviewed();
    long other = site.database.newTenant("Other");
    change(entry("10", Set.of(other)));

    assertThatThrownBy(() -> place(reviewed)).hasMessageContaining("NOT_FOUND: offer");
    assertThatThrownBy(this::reviewed).hasMessageContaining("NOT_FOUND: offer");
    assertThatThrownBy(() -> site.member(b -> b.get(OfferService.class).view(id)))
        .hasMessageContaining("NOT_FOUND: offer");

    change(entry("10", Set.of(other, site.tenant)));
    assertThat(place(reviewed())).isPositive();
  }

  @Test
  void withdrawnOfferIsMissingUntilItIsOfferedAgain() {
    operator(offers -> offers.withdraw(id));
    assertThatThrownBy(this::reviewed).hasMessageContaining("NOT_FOUND: offer");

    operator(offers -> offers.offerAgain(id));
    assertThat(place(reviewed())).isPositive();
  }

  @Test
  void noMoreIsPromisedThanEachOfItsServersHas() {
    Hardware more = new Hardware(3, 2048, 8);
    for (Hardware promise :
        new Hardware[] {more, new Hardware(2, 2049, 8), new Hardware(2, 2048, 9)}) {
      assertThatThrownBy(() -> change(promise.entry(details().offer().name())))
          .hasMessageContaining("SERVER_HAS_LESS");
    }
    change(new Hardware(1, 1024, 4).entry(details().offer().name()));
  }

  @Test
  void tenantThatIsNoneAndTheLenderAreRefused() {
    for (long none : new long[] {0, -1, Long.MAX_VALUE, Tenants.LENDER}) {
      assertThatThrownBy(() -> change(entry("10", Set.of(site.tenant, none))))
          .hasMessageContaining("offer.tenants");
    }
  }

  @Test
  void changeThatWasTypedOverAnOlderEntryIsRefused() {
    int shown = details().offer().version();
    change(entry("11", Set.of()));

    assertThatThrownBy(() -> operator(offers -> offers.change(id, shown, entry("12", Set.of()))))
        .hasMessageContaining("CHANGED_BY: offer");
    assertThat(details().offer().price().time().perUnit().amount()).isEqualByComparingTo("11");
  }

  private record Hardware(int cpus, int memory, int disk) {
    OfferEntry entry(String name) {
      return new OfferEntry(name, "", cpus, memory, disk, BigDecimal.TEN, "JPY", Set.of());
    }
  }

  private static BigDecimal priceOfLease(LeaseService leases, long order) {
    return leases.view(leases.ofOrder(order).get(0).id()).price().time().perUnit().amount();
  }

  private ReviewedOrder reviewed() {
    return site.member(b -> b.get(OrderService.class).review(site.request).reviewed());
  }

  private long place(ReviewedOrder reviewed) {
    return site.member(b -> b.get(OrderService.class).place(site.request, reviewed));
  }

  private OfferEntry entry(String price, Set<Long> tenants) {
    return new OfferEntry(
        details().offer().name(), "", 2, 2048, 8, new BigDecimal(price), "JPY", tenants);
  }

  private void change(OfferEntry entry) {
    int version = details().offer().version();
    operator(offers -> offers.change(id, version, entry));
  }

  private OfferDetails details() {
    return site.database.as(
        Tenants.LENDER, Role.OPERATOR, b -> b.get(OfferService.class).details(id));
  }

  private void operator(Consumer<OfferService> work) {
    site.database.as(
        Tenants.LENDER,
        Role.OPERATOR,
        b -> {
          work.accept(b.get(OfferService.class));
          return true;
        });
  }
}
