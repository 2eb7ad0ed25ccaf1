package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.period.LeaseExpiryService;
import org.yuzuri.portal.lease.period.PeriodChange;
import org.yuzuri.portal.lease.period.PeriodService;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.lease.view.LeaseView;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventView;

/** Extending and shortening on a real database: what is refused, and what wins against the end. */
class ExtendingIT {

  private static final LeasePeriod DAY = LeasePeriod.of(24);
  private static final LeasePeriod TWO_DAYS = LeasePeriod.of(48);

  private final CircleSite site = new CircleSite();
  private long lease;

  @BeforeEach
  void aServerIsLeasedForADay() {
    long order = site.member(site::place);
    lease = site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
  }

  @Test
  void extendedLeaseEndsLaterAndItsHistorySaysWho() {
    handOver(Duration.ofHours(1));
    PeriodChange change = preview(TWO_DAYS);
    change(DAY, TWO_DAYS);

    LeaseView now = view();
    assertThat(now.endsAt())
        .isEqualTo(Objects.requireNonNull(now.handedOverAt()).plus(Duration.ofDays(2)))
        .isEqualTo(change.endAfter());
    assertThat(change.totalBefore()).isEqualTo(Money.of("240", "JPY"));
    assertThat(change.totalAfter()).isEqualTo(Money.of("480", "JPY"));
    List<EventView> history = site.member(b -> b.get(LeaseService.class).history(lease));
    EventView told = history.get(history.size() - 1);
    assertThat(told.reasonCode()).isEqualTo("PERIOD_CHANGED");
    assertThat(told.reasonDetail()).isEqualTo("24 h → 48 h");
    assertThat(told.from()).isEqualTo("ACTIVE").isEqualTo(told.to());
  }

  @Test
  void leaseThatWasExtendedSinceTheTimerListedItIsNotEnded() {
    handOver(Duration.ofDays(2));
    assertThat(expired()).contains(lease);

    change(DAY, LeasePeriod.of(72));
    expire();

    assertThat(view().state()).isEqualTo(LeaseState.ACTIVE);
    assertThat(expired()).doesNotContain(lease);
  }

  @Test
  void leaseThatTheTimerHasEndedIsNotExtended() {
    handOver(Duration.ofDays(2));
    expire();

    assertThatThrownBy(() -> change(DAY, TWO_DAYS)).hasMessageContaining("LEASE_NOT_HELD");
    assertThat(view().state()).isEqualTo(LeaseState.RETURNING);
  }

  @Test
  void leaseIsNotShortenedBelowWhatItHasLasted() {
    handOver(Duration.ofHours(5));

    assertThatThrownBy(() -> change(DAY, LeasePeriod.of(5)))
        .hasMessage("END_IN_THE_PAST: hours = 5 h, expected 6 h");
    change(DAY, LeasePeriod.of(6));
    assertThat(view().endsAt()).isAfter(site.database.clock().instant());
  }

  @Test
  void changeThatSomebodyElseMadeInAnotherTabIsSaid() {
    change(DAY, TWO_DAYS);

    assertThatThrownBy(() -> change(DAY, LeasePeriod.of(72)))
        .hasMessage("PERIOD_CHANGED_MEANWHILE: hours = 24 h, expected 48 h");
    assertThat(view().period()).isEqualTo(TWO_DAYS);
  }

  @Test
  void changeBeforeTheHandOverCountsFromIt() {
    change(DAY, LeasePeriod.OPEN);
    handOver(Duration.ofHours(1));
    assertThat(view().endsAt()).isNull();

    change(LeasePeriod.OPEN, TWO_DAYS);
    assertThat(view().endsAt()).isNotNull();
  }

  @Test
  void tenantWithMoreThanItMayHaveKeepsItAndShortensItOnly() {
    handOver(Duration.ofHours(1));
    site.portal(
        b ->
            b.get(EntityManager.class)
                .createNativeQuery("update tenant_limit set servers = 0 where tenant_id = ?")
                .setParameter(1, site.tenant)
                .executeUpdate());

    assertThatThrownBy(() -> change(DAY, TWO_DAYS)).hasMessageContaining("OVER_QUOTA");
    assertThatThrownBy(() -> change(DAY, LeasePeriod.OPEN)).hasMessageContaining("OVER_QUOTA");
    change(DAY, LeasePeriod.of(12));
    assertThat(view().period()).isEqualTo(LeasePeriod.of(12));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void nobodyOfAnotherCompanyChangesIt(Role role) {
    long stranger = site.database.newTenant("Stranger");

    assertThatThrownBy(
            () ->
                site.database.as(
                    stranger,
                    role,
                    b -> {
                      b.get(PeriodService.class).change(lease, DAY, TWO_DAYS);
                      return true;
                    }))
        .isNotNull();
    assertThat(view().period()).isEqualTo(DAY);
  }

  private PeriodChange preview(LeasePeriod wanted) {
    return site.member(b -> b.get(PeriodService.class).preview(lease, wanted));
  }

  private void change(LeasePeriod seen, LeasePeriod wanted) {
    site.member(
        b -> {
          b.get(PeriodService.class).change(lease, seen, wanted);
          return true;
        });
  }

  private LeaseView view() {
    return site.member(b -> b.get(LeaseService.class).view(lease));
  }

  /** So long ago. */
  private void handOver(Duration ago) {
    Instant at = site.database.clock().instant().minus(ago);
    site.portal(
        b -> {
          Lease locked = b.get(Leases.class).locked(lease);
          Cause cause = Cause.of(Actor.system("trial"), at, "HANDED_OVER");
          b.get(Leases.class).happened(locked, LeaseEvent.HAND_OVER, cause);
          return true;
        });
  }

  private List<Long> expired() {
    return site.portal(b -> b.get(LeaseExpiryService.class).listExpired(100_000));
  }

  private void expire() {
    site.portal(
        b -> {
          b.get(LeaseExpiryService.class).expire(lease);
          return true;
        });
  }
}
