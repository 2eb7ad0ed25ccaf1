package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.lease.HostNames;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.view.LeaseRow;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.lease.view.LeaseView;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.order.OrderOptions;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.placing.OrderAgain;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.ReviewedOrder;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;

/** Labels, names, a version that was chosen, and the same order once more, on a real database. */
class OrderOptionsIT {

  private final CircleSite site = new CircleSite();

  @Test
  void serverIsCalledAndFoundAsItsTenantWishes() {
    String mark = "m" + System.nanoTime();
    long order =
        place(options(false, Labels.of("env=" + mark), HostNames.of("web-{n}", 1)), site.request);

    LeaseView lease = site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0);
    assertThat(lease.hostName()).isEqualTo("web-1");
    assertThat(lease.labels().list()).containsExactly("env=" + mark);
    List<LeaseRow> found =
        site.member(
            b ->
                b.get(LeaseService.class)
                    .list(
                        new ListFilter<LeaseState>("env=" + mark, Set.of()), PageRequest.first(10))
                    .rows());
    assertThat(found).extracting(LeaseRow::id).containsExactly(lease.id());
    String plan =
        site.portal(
            b ->
                (String)
                    b.get(EntityManager.class)
                        .createQuery(
                            "select p.text from TransferPlan p, Transfer t where t.id ="
                                + " p.transferId and t.run.leaseId = :lease")
                        .setParameter("lease", lease.id())
                        .getSingleResult());
    assertThat(plan).contains("--hostname=web-1");
  }

  @Test
  void versionThatWasChosenIsOrderedAlsoWhenANewerOneIsSaved() {
    OrderRequest pinned = with(site.request, options(true, Labels.NONE, HostNames.NONE));
    ReviewedOrder seen = site.member(b -> b.get(OrderService.class).review(pinned).reviewed());
    ReviewedOrder newest =
        site.member(b -> b.get(OrderService.class).review(site.request).reviewed());
    site.member(site::saveSettingsAgain);

    assertThatThrownBy(
            () -> site.member(b -> b.get(OrderService.class).place(site.request, newest)))
        .hasMessageContaining("SETTINGS_CHANGED");
    long order = site.member(b -> b.get(OrderService.class).place(pinned, seen));
    assertThat(site.member(b -> b.get(OrderService.class).ordered(order)).settingsVersion())
        .isEqualTo(1);
  }

  @Test
  void versionOfRemovedSettingsIsNotOrderedThoughItWasChosen() {
    OrderRequest pinned = with(site.request, options(true, Labels.NONE, HostNames.NONE));
    ReviewedOrder seen = site.member(b -> b.get(OrderService.class).review(pinned).reviewed());
    site.member(site::removeSettings);

    assertThatThrownBy(() -> site.member(b -> b.get(OrderService.class).place(pinned, seen)))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void sameOrderOnceMoreLeavesOutWhatIsGone() {
    long order =
        place(options(false, Labels.of("env=prod"), HostNames.of("web-{n}", 1)), site.request);
    OrderAgain all = again(order);
    assertThat(all.gone()).isEmpty();
    assertThat(all.labels().text()).isEqualTo("env=prod");
    assertThat(all.hostNames().pattern()).isEqualTo("web-{n}");
    assertThat(all.period()).isEqualTo(site.request.period());

    site.portal(
        b -> {
          b.get(OfferService.class).withdraw(site.request.offerId());
          return true;
        });
    site.member(site::removeSettings);

    assertThat(again(order).gone()).containsExactly("offer", "settings");
  }

  @Test
  void orderOfAnotherCompanyIsNotTakenUp() {
    long order = site.member(site::place);
    long stranger = site.database.newTenant("Stranger");

    assertThatThrownBy(
            () ->
                site.database.as(
                    stranger, Role.TENANT_ADMIN, b -> b.get(OrderService.class).again(order)))
        .hasMessageContaining("NOT_FOUND");
  }

  private OrderAgain again(long order) {
    return site.member(b -> b.get(OrderService.class).again(order));
  }

  private long place(OrderOptions options, OrderRequest of) {
    OrderRequest request = with(of, options);
    return site.member(
        b -> {
          OrderService orders = b.get(OrderService.class);
          return orders.place(request, orders.review(request).reviewed());
        });
  }

  private static OrderOptions options(boolean pinned, Labels labels, HostNames names) {
    return new OrderOptions(pinned, labels, names);
  }

  private static OrderRequest with(OrderRequest request, OrderOptions options) {
    return new OrderRequest(
        request.offerId(),
        request.imageId(),
        request.settingsVersionId(),
        request.gatewayId(),
        request.servers(),
        request.period(),
        options);
  }
}
