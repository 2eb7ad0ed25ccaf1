package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.order.placing.OrderReview;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.ReviewedOrder;
import org.yuzuri.portal.tenant.TenantService;

/** What a tenant can do while the datacenter has suspended it, and that it is closed only empty. */
class SuspendedTenantIT {

  private final CircleSite site = new CircleSite();

  @Test
  void orderIsRefusedInTheReasonsWordsAlsoWhenItWasReviewedBefore() {
    ReviewedOrder before = review().reviewed();
    suspend();

    assertThat(review().refusals())
        .extracting(refusal -> refusal.rule() + " " + refusal.value())
        .containsExactly("TENANT_SUSPENDED Unpaid since May");
    assertThatThrownBy(
            () -> site.member(b -> b.get(OrderService.class).place(site.request, before)))
        .hasMessageContaining("TENANT_SUSPENDED")
        .hasMessageContaining("Unpaid since May");
    assertThat(review().freeServers()).isEqualTo(1);
  }

  @Test
  void orderIsTakenAgainOnceTheTenantIsResumed() {
    suspend();
    tenants(service -> service.resume(site.tenant, "Paid"));

    assertThat(site.<Long>member(site::place)).isPositive();
  }

  @Test
  void orderIsCalledOffByASuspendedTenantWhichIsClosedOnlyWhenNothingIsLeft() {
    long order = site.member(site::place);
    suspend();
    assertThatThrownBy(() -> tenants(service -> service.close(site.tenant, "It leaves")))
        .hasMessageContaining("TENANT_LEASES_SERVERS");

    site.member(
        b -> {
          b.get(OrderService.class).cancel(order);
          return true;
        });

    assertThat(
            site.<LeaseState>member(b -> b.get(LeaseService.class).ofOrder(order).get(0).state()))
        .isEqualTo(LeaseState.CANCELLING);
    assertThatThrownBy(() -> tenants(service -> service.close(site.tenant, "It leaves")))
        .hasMessageContaining("TENANT_LEASES_SERVERS");

    site.portal(b -> site.takeBack(b, order));
    tenants(service -> service.close(site.tenant, "It leaves"));
  }

  private OrderReview review() {
    return site.member(b -> b.get(OrderService.class).review(site.request));
  }

  private void suspend() {
    tenants(service -> service.suspend(site.tenant, "Unpaid since May"));
  }

  private void tenants(Consumer<TenantService> work) {
    site.database.as(
        Tenants.LENDER,
        Role.LENDER_ADMIN,
        b -> {
          work.accept(b.get(TenantService.class));
          return true;
        });
  }
}
