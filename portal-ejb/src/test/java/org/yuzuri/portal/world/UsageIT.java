package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.usage.FaultEntry;
import org.yuzuri.portal.usage.FaultView;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.Charges;

/** From what happens to a lease to what its tenant owes, on a real database. */
class UsageIT {

  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
  private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");

  private final CircleSite site = new CircleSite();
  private final long lease = leased();

  /** The lease's states are moved by hand here: its run would find them impossible. */
  @AfterEach
  void itsRunIsLeftAlone() throws SQLException {
    sql("update run set next_run_at = null where lease_id = " + lease);
  }

  @Test
  void startedHoursFromTheHandOverToTheCutOffAreCharged() {
    happens(LeaseEvent.HAND_OVER, NOON.plus(Duration.ofMinutes(20)));
    happens(LeaseEvent.RETURN, NOON.plus(Duration.ofHours(3)));
    happens(LeaseEvent.CUT_OFF, NOON.plus(Duration.ofMinutes(3 * 60 + 21)));
    write();

    Charge charge = only(JANUARY);
    assertThat(charge.kind()).isEqualTo(ChargeKind.SERVER_TIME);
    assertThat(charge.quantity()).isEqualByComparingTo("4");
    assertThat(charge.net()).isEqualTo(Money.of("40", "JPY"));
    assertThat(charge.percent()).isEqualByComparingTo("10");
    assertThat(charge.leaseId()).isEqualTo(lease);
    assertThat(charge.from()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
    assertThat(charge.until()).isEqualTo(NOON.plus(Duration.ofMinutes(3 * 60 + 21)));
    assertThat(charges(FEBRUARY)).isEmpty();
  }

  @Test
  void monthsEndByTheClocksOfTheContract() {
    Instant tokyosFebruary = Instant.parse("2026-01-31T15:00:00Z");
    happens(LeaseEvent.HAND_OVER, tokyosFebruary.minus(Duration.ofHours(2)));
    happens(LeaseEvent.RETURN, tokyosFebruary.plus(Duration.ofHours(3)));
    happens(LeaseEvent.CUT_OFF, tokyosFebruary.plus(Duration.ofHours(3)));
    write();

    assertThat(only(JANUARY).quantity()).isEqualByComparingTo("2");
    assertThat(only(FEBRUARY).quantity()).isEqualByComparingTo("3");
  }

  @Test
  void writingAgainAndReadingAgainGivesTheSame() {
    happens(LeaseEvent.HAND_OVER, NOON);
    write();
    List<Charge> first = charges(JANUARY);
    long records = records();
    write();
    write();

    assertThat(records()).isEqualTo(records).isPositive();
    assertThat(charges(JANUARY)).isEqualTo(first);
  }

  @Test
  void leaseThatIsOverIsNotDueAnyMore() {
    happens(LeaseEvent.HAND_OVER, NOON);
    assertThat(due()).contains(lease);
    happens(LeaseEvent.RETURN, NOON.plus(Duration.ofHours(1)));
    happens(LeaseEvent.CUT_OFF, NOON.plus(Duration.ofHours(1)));
    write();

    assertThat(due()).doesNotContain(lease);
  }

  @Test
  void cutOffThatWasNotConfirmedEndsUseHoweverLongTheRetryTakes() {
    happens(LeaseEvent.HAND_OVER, NOON);
    happens(LeaseEvent.RETURN, NOON.plus(Duration.ofHours(1)));
    happens(LeaseEvent.CUT_OFF_FAILED, NOON.plus(Duration.ofHours(2)));
    happens(LeaseEvent.RETRY, NOON.plus(Duration.ofHours(50)));
    happens(LeaseEvent.CUT_OFF, NOON.plus(Duration.ofHours(51)));
    write();

    assertThat(only(JANUARY).quantity()).isEqualByComparingTo("2");
  }

  @Test
  void recordsAreWrittenOnce() {
    happens(LeaseEvent.HAND_OVER, NOON);
    write();

    assertThatThrownBy(() -> sql("update usage_record set pieces = 2 where lease_id = " + lease))
        .hasMessageContaining("usage_record is written once");
    assertThatThrownBy(() -> sql("delete from usage_record where lease_id = " + lease))
        .hasMessageContaining("usage_record is kept for ever");
    assertThatThrownBy(
            () ->
                sql(
                    "insert into usage_record (tenant_id, lease_id, kind, hour, number, pieces,"
                        + " recorded_at) select tenant_id, lease_id, kind, hour, number, pieces,"
                        + " recorded_at from usage_record where lease_id = "
                        + lease))
        .hasMessageContaining("usage_record_once");
  }

  @Test
  void nobodySeesWhatAnotherTenantOwes() {
    happens(LeaseEvent.HAND_OVER, NOON);
    write();
    long stranger = site.database.newTenant("Stranger");

    assertThat(
            site.database.<List<Charge>>as(
                stranger,
                Role.TENANT_ADMIN,
                b -> b.get(Charges.class).ofTenant(site.tenant, JANUARY, now())))
        .isEmpty();
    assertThat(
            site.<Boolean>portal(
                b -> b.get(Charges.class).ofAll(JANUARY, now()).containsKey(site.tenant)))
        .isTrue();
  }

  @Test
  void faultThatBecomesKnownLateIsCorrectedByMoreRecords() {
    happens(LeaseEvent.HAND_OVER, NOON);
    happens(LeaseEvent.RETURN, NOON.plus(Duration.ofHours(10)));
    happens(LeaseEvent.CUT_OFF, NOON.plus(Duration.ofHours(10)));
    write();
    long before = records();
    assertThat(only(JANUARY).quantity()).isEqualByComparingTo("10");

    noteFault(NOON.plus(Duration.ofHours(2)), NOON.plus(Duration.ofHours(5)));
    assertThat(due()).contains(lease);
    write();

    assertThat(only(JANUARY).quantity()).isEqualByComparingTo("7");
    assertThat(records()).isEqualTo(before + 6);
    assertThat(site.<List<FaultView>>portal(b -> b.get(UsageService.class).faults(lease)))
        .extracting(FaultView::began)
        .containsExactly(true, false);
  }

  /** A clock that was three hours ahead wrote three hours more than the lease came to have. */
  @Test
  void whatAClockAheadHasWrittenIsTakenBackOnceTheLeaseIsOver() {
    Instant real = now();
    try {
      happens(LeaseEvent.HAND_OVER, NOON);
      site.database.clock().setInstant(NOON.plus(Duration.ofHours(5)));
      write();
      happens(LeaseEvent.RETURN, NOON.plus(Duration.ofMinutes(80)));
      happens(LeaseEvent.CUT_OFF, NOON.plus(Duration.ofMinutes(90)));
      for (int hour = 2; hour <= 6; hour++) {
        site.database.clock().setInstant(NOON.plus(Duration.ofHours(hour)));
        if (due().contains(lease)) {
          write();
        }
      }
      assertThat(due()).doesNotContain(lease);
    } finally {
      site.database.clock().setInstant(real);
    }

    assertThat(only(JANUARY).quantity()).isEqualByComparingTo("2");
  }

  @Test
  void faultOutsideOfTheLeaseIsRefused() {
    happens(LeaseEvent.HAND_OVER, NOON);

    assertThatThrownBy(() -> noteFault(NOON.minusSeconds(1), NOON.plusSeconds(1)))
        .hasMessageContaining("fault.from");
    assertThatThrownBy(() -> noteFault(NOON, now().plusSeconds(1)))
        .hasMessageContaining("fault.until");
  }

  @Test
  void whatWasRolledBackIsWrittenAfterwards() {
    happens(LeaseEvent.HAND_OVER, NOON);
    assertThatThrownBy(
            () ->
                site.portal(
                    b -> {
                      b.get(MeteringService.class).write(lease);
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(records()).isZero();

    write();
    assertThat(records()).isPositive();
  }

  @Test
  void nodeThatFindsAnotherAtItLeavesItAlone() {
    happens(LeaseEvent.HAND_OVER, NOON);
    site.portal(
        b -> {
          b.get(MeteringService.class).write(lease);
          CompletableFuture.runAsync(this::write).join();
          return true;
        });

    assertThat(charges(JANUARY)).hasSize(1);
    long hours = records();
    write();
    assertThat(records()).isEqualTo(hours);
  }

  private void noteFault(Instant from, Instant until) {
    site.database.as(
        Tenants.LENDER,
        Role.LENDER_BILLING,
        b -> {
          b.get(UsageService.class)
              .noteFault(lease, new FaultEntry(from, until, FaultKind.NETWORK, "switch"));
          return true;
        });
  }

  private long leased() {
    long order = site.order();
    return site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
  }

  private void happens(LeaseEvent event, Instant at) {
    site.portal(
        b -> {
          Cause cause = Cause.of(Actor.system("trial"), at, "BY_HAND");
          b.get(Leases.class).happened(b.get(Leases.class).locked(lease), event, cause);
          return true;
        });
  }

  private void write() {
    site.portal(
        b -> {
          b.get(MeteringService.class).write(lease);
          return true;
        });
  }

  private List<Long> due() {
    return site.portal(b -> b.get(MeteringService.class).listDue(0, 100_000));
  }

  private Charge only(YearMonth month) {
    List<Charge> charges = charges(month);
    assertThat(charges).hasSize(1);
    return charges.get(0);
  }

  private List<Charge> charges(YearMonth month) {
    return site.portal(b -> b.get(Charges.class).ofTenant(site.tenant, month, now()));
  }

  private Instant now() {
    return site.database.clock().instant();
  }

  private long records() throws IllegalStateException {
    try (Connection connection = site.database.connect();
        Statement statement = connection.createStatement();
        var found =
            statement.executeQuery("select count(*) from usage_record where lease_id = " + lease)) {
      found.next();
      return found.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = site.database.connect();
        Statement written = connection.createStatement()) {
      written.executeUpdate(statement);
    }
  }
}
