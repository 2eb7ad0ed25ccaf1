package org.yuzuri.portal.world;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.threeten.extra.MutableClock;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.Charges;

/** A site whose leases are charged for, as whoever bills sees it. */
final class BilledSite {

  static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  final CircleSite site = new CircleSite();
  final Instant now = nextSecond(site.database.clock());
  final YearMonth month = YearMonth.from(now.atZone(TOKYO));

  /** Moves the clock there: other tests leave it between two, and faults are told in seconds. */
  private static Instant nextSecond(MutableClock clock) {
    clock.setInstant(clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
    return clock.instant();
  }

  void billing(Consumer<Portal> work) {
    site.database.as(
        Tenants.LENDER,
        Role.LENDER_BILLING,
        b -> {
          work.accept(b);
          return true;
        });
  }

  /** A lease that was handed over so long ago, written down until now. */
  long lease(Duration ago) {
    long order = site.order();
    long lease = site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
    site.portal(
        b -> {
          Cause cause = Cause.of(Actor.system("trial"), now.minus(ago), "HANDED_OVER");
          b.get(Leases.class)
              .happened(b.get(Leases.class).locked(lease), LeaseEvent.HAND_OVER, cause);
          return true;
        });
    write(lease);
    return lease;
  }

  void write(long lease) {
    site.portal(
        b -> {
          b.get(MeteringService.class).write(lease);
          return true;
        });
  }

  List<Charge> charges() {
    return site.portal(b -> b.get(Charges.class).ofTenant(site.tenant, month, now));
  }

  Map<ChargeKind, Money> nets() {
    Map<ChargeKind, Money> nets = new TreeMap<>();
    charges().forEach(charge -> nets.merge(charge.kind(), charge.net(), Money::plus));
    return nets;
  }

  void sql(String statement) {
    try (Connection connection = site.database.connect();
        Statement written = connection.createStatement()) {
      written.executeUpdate(statement);
    } catch (SQLException refused) {
      throw new IllegalStateException(refused.getMessage(), refused);
    }
  }
}
