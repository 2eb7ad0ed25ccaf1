package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.offer.OfferRow;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferState;
import org.yuzuri.portal.order.placing.OrderReview;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.ReviewedOrder;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.ServerView;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDraft;

/** A tenant is told before it orders that a server is known by nothing but its network port. */
class IdentityByPortIT {

  private final CircleSite site = new CircleSite();

  @Test
  void reviewThatDidNotTellOfItOrdersNothing() {
    OrderReview before = site.member(b -> b.get(OrderService.class).review(site.request));
    assertThat(before.identityByPort()).isFalse();
    assertThat(row().byPort()).isZero();

    site.portal(this::operatorSaysThatItsConsoleCannotBeRead);

    assertThatThrownBy(
            () ->
                site.member(b -> b.get(OrderService.class).place(site.request, before.reviewed())))
        .hasMessageContaining("IDENTITY_CHANGED");
    assertThat(server().state()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void offerAndReviewTellOfIt() {
    site.portal(this::operatorSaysThatItsConsoleCannotBeRead);

    OrderReview review = site.member(b -> b.get(OrderService.class).review(site.request));

    assertThat(server().boot().identity()).isEqualTo(Identity.PORT);
    assertThat(row().byPort()).isEqualTo(1);
    assertThat(
            site.member(b -> b.get(OfferService.class).view(site.request.offerId()))
                .identityByPort())
        .isTrue();
    assertThat(review.identityByPort()).isTrue();
    assertThat(review.isPossible()).isTrue();
    assertThat(ReviewedOrder.of(review.reviewed().text())).isEqualTo(review.reviewed());
    assertThat(review.reviewed().identityByPort()).isTrue();
  }

  private boolean operatorSaysThatItsConsoleCannotBeRead(Portal b) {
    ServerService servers = b.get(ServerService.class);
    servers.takeOut(site.serverId, "");
    ServerView shown = servers.view(site.serverId);
    servers.change(site.serverId, shown.described(), draft(shown, "PORT"));
    servers.admitWithoutRun(site.serverId, "only its entry has changed");
    return true;
  }

  private static ServerDraft draft(ServerView server, String identity) {
    return new ServerDraft(
        server.offerId(),
        server.agentId(),
        server.name(),
        server.boot().mac(),
        server.boot().address(),
        server.boot().mode(),
        server.boot().console(),
        identity,
        server.hardware().cpuCount(),
        server.hardware().memoryMib(),
        server.bmc().kind(),
        server.bmc().address(),
        server.bmc().user(),
        "",
        ServerDraft.USUAL_PORT_KIND,
        "",
        server.hardware().disks().stream()
            .map(disk -> disk.device() + " " + disk.sizeGib() + " " + disk.stableId())
            .collect(Collectors.joining("\n")));
  }

  private OfferRow row() {
    String name = site.member(b -> b.get(OfferService.class).view(site.request.offerId())).name();
    return site
        .member(
            b ->
                b.get(OfferService.class)
                    .list(new ListFilter<OfferState>(name, Set.of()), PageRequest.first(100)))
        .rows()
        .stream()
        .filter(row -> row.id() == site.request.offerId())
        .findFirst()
        .orElseThrow();
  }

  private ServerView server() {
    return site.portal(b -> b.get(ServerService.class).view(site.serverId));
  }
}
