package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.placing.OrderReview;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.ReviewedOrder;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.settings.SettingsDraft;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.wire.value.Sha256;

/** What was reviewed is what is ordered, and nothing else is. */
class ReviewedOrderIT {

  /** Answers neither language nor keyboard, of which the installer only warns. */
  private static final SettingsDraft UNANSWERED =
      new SettingsDraft("KICKSTART_INSTALLER", CircleSite.TEXT);

  private final CircleSite site = new CircleSite();

  @Test
  void whatChangedSinceTheReviewIsNotOrdered() {
    OrderReview review = site.member(b -> b.get(OrderService.class).review(site.request));

    site.member(b -> site.saveSettingsAgain(b));

    assertThatThrownBy(
            () ->
                site.member(b -> b.get(OrderService.class).place(site.request, review.reviewed())))
        .hasMessageContaining("SETTINGS_CHANGED")
        .hasMessageContaining("settings = 1, expected 2");
    assertThat(server()).isEqualTo(ServerState.AVAILABLE);
    assertThat(
            site.member(
                    b -> b.get(OrderService.class).list(ListFilter.none(), PageRequest.first(1)))
                .total())
        .isZero();
  }

  @Test
  void reviewThatIsForgedOrdersNothing() {
    ReviewedOrder seen =
        site.member(b -> b.get(OrderService.class).review(site.request)).reviewed();
    long otherOffers = site.newServer();
    long otherVersion = site.withSettings(UNANSWERED).settingsVersionId();
    String ofNothing = Sha256.ofText("").hex();

    assertRefused(
        site.request, forged(seen, seen.settingsVersionId(), 0, ofNothing), "PLAN_CHANGED");
    assertRefused(
        site.request,
        forged(seen, seen.settingsVersionId(), otherOffers, seen.plan()),
        "PLAN_CHANGED");
    assertRefused(
        site.request,
        forged(seen, seen.settingsVersionId(), Long.MAX_VALUE, seen.plan()),
        "PLAN_CHANGED");
    assertRefused(
        site.request, forged(seen, otherVersion, seen.serverId(), seen.plan()), "SETTINGS_CHANGED");
    assertThat(server()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void removedSettingsAreNotOrdered() {
    ReviewedOrder seen =
        site.member(b -> b.get(OrderService.class).review(site.request)).reviewed();
    site.member(b -> site.removeSettings(b));

    assertRefused(site.request, seen, "NOT_FOUND");
  }

  private void assertRefused(OrderRequest request, ReviewedOrder reviewed, String code) {
    assertThatThrownBy(() -> site.member(b -> b.get(OrderService.class).place(request, reviewed)))
        .hasMessageContaining(code);
  }

  private static ReviewedOrder forged(ReviewedOrder seen, long version, long server, String plan) {
    return new ReviewedOrder(
        version,
        seen.versionNumber(),
        seen.price(),
        seen.identityByPort(),
        seen.image(),
        seen.gateway(),
        server,
        plan);
  }

  @Test
  void aWarningKeepsStrictSettingsFromBeingOrdered() {
    OrderRequest lenient = site.withSettings(UNANSWERED);
    OrderRequest strict =
        site.withSettings(new SettingsDraft(UNANSWERED.release(), UNANSWERED.text(), true));

    OrderReview allowed = site.member(b -> b.get(OrderService.class).review(lenient));
    OrderReview refused = site.member(b -> b.get(OrderService.class).review(strict));

    assertThat(allowed.isPossible()).isTrue();
    assertThat(allowed.strict()).isFalse();
    assertThat(refused.strict()).isTrue();
    assertThat(refused.findings()).extracting(Finding::severity).contains(Severity.ERROR);
    assertThat(refused.refusals())
        .extracting(OrderReview.Refusal::rule)
        .containsExactly("SETTINGS_NOT_USABLE");
    assertThatThrownBy(
            () -> site.member(b -> b.get(OrderService.class).place(strict, refused.reviewed())))
        .hasMessageContaining("SETTINGS_NOT_USABLE")
        .hasMessageContaining("KS204 keyboard");
    assertThat(server()).isEqualTo(ServerState.AVAILABLE);
  }

  private ServerState server() {
    return site.portal(b -> b.get(ServerService.class).view(site.serverId)).state();
  }
}
