package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.usage.FaultView;
import org.yuzuri.portal.usage.LeaseCost;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.SufferedFault;
import org.yuzuri.portal.usage.UsageService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;

/** The fault that the portal notes by itself: no tunnel, and nothing heard of the site. */
class SiteFaultsIT {

  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final Instant NOON = Instant.parse("2026-01-10T03:00:00Z");

  private final CircleSite site = new CircleSite();
  private final long lease = leased();

  /** The lease's states are moved by hand here: its run would find them impossible. */
  @AfterEach
  void itsRunIsLeftAlone() throws SQLException {
    sql("update run set next_run_at = null where lease_id = " + lease);
    silence(null);
  }

  @Test
  void tunnelThatIsDownWhileTheSiteIsSilentIsAFaultUntilItIsHeard() throws Exception {
    happens(LeaseEvent.HAND_OVER, NOON);
    tunnelIsDown(hour(1));
    watch();
    assertThat(faults()).isEmpty();

    silence(hour(2));
    watch();
    watch();
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(FaultKind.SITE);
              assertThat(fault.at()).isEqualTo(hour(2));
            });

    silence(null);
    watch();
    watch();
    assertThat(faults()).extracting(FaultView::began).containsExactly(true, false);
    assertHours("2");
  }

  @Test
  void serverThatIsCutOffWhileItsSiteIsSilentSuffersNoLonger() throws Exception {
    suffersSince(hour(2));
    happens(LeaseEvent.RETURN, hour(3));
    watch();
    assertThat(faults()).as("until it is cut off").hasSize(1);

    happens(LeaseEvent.CUT_OFF, hour(5));
    watch();

    assertThat(faults()).extracting(FaultView::began).containsExactly(true, false);
    assertThat(faults().get(1).at()).isEqualTo(hour(5));
    assertThat(site.<LeaseCost>member(b -> b.get(UsageService.class).costOf(lease)).faults())
        .containsExactly(new SufferedFault(FaultKind.SITE, hour(2), hour(5)));
    assertHours("2");
  }

  @Test
  void siteThatIsHeardBeforeTheCutOffEndsItsFault() throws Exception {
    suffersSince(hour(2));
    happens(LeaseEvent.RETURN, hour(3));
    silence(null);
    Instant real = site.database.clock().instant();
    try {
      site.database.clock().setInstant(hour(4));
      watch();
    } finally {
      site.database.clock().setInstant(real);
    }
    silence(hour(5));
    watch();
    happens(LeaseEvent.CUT_OFF, hour(6));

    assertThat(faults()).extracting(FaultView::began).containsExactly(true, false);
    assertThat(faults().get(1).at()).isEqualTo(hour(4));
    assertHours("4");
  }

  @Test
  void doubtAboutTheBooksEndsIt() throws Exception {
    suffersSince(hour(2));
    happens(LeaseEvent.DOUBT, hour(4));

    assertThat(faults()).extracting(FaultView::began).containsExactly(true, false);
    assertThat(faults().get(1).at()).isEqualTo(hour(4));
    assertHours("2");
  }

  private void suffersSince(Instant at) throws SQLException {
    happens(LeaseEvent.HAND_OVER, NOON);
    tunnelIsDown(at);
    silence(at);
    watch();
    assertThat(faults()).hasSize(1);
  }

  private void assertHours(String quantity) {
    site.portal(
        b -> {
          b.get(MeteringService.class).write(lease);
          return true;
        });
    List<Charge> charges =
        site.portal(
            b ->
                b.get(Charges.class)
                    .ofTenant(site.tenant, JANUARY, site.database.clock().instant()));
    assertThat(charges).hasSize(1);
    assertThat(charges.get(0).quantity()).isEqualByComparingTo(quantity);
  }

  /** As the timer does it. */
  private void watch() {
    for (long id : site.portal(b -> b.get(MeteringService.class).listWatched())) {
      if (id == lease) {
        site.portal(
            b -> {
              b.get(MeteringService.class).watch(lease);
              return true;
            });
      }
    }
  }

  private List<FaultView> faults() {
    return site.portal(b -> b.get(UsageService.class).faults(lease));
  }

  private void tunnelIsDown(Instant at) {
    site.portal(
        b -> {
          b.get(Leases.class).tunnelIsDown(b.get(Leases.class).locked(lease), at);
          return true;
        });
  }

  private void silence(@Nullable Instant since) throws SQLException {
    sql(
        "update agent set silent_since = "
            + (since == null ? "null" : "'" + since.toString().substring(0, 19) + "'")
            + " where id = (select agent_id from server where id = "
            + site.serverId
            + ")");
  }

  private void happens(LeaseEvent event, Instant at) {
    site.portal(
        b -> {
          Cause cause = Cause.of(Actor.system("trial"), at, "BY_HAND");
          b.get(Leases.class).happened(b.get(Leases.class).locked(lease), event, cause);
          return true;
        });
  }

  private long leased() {
    long order = site.order();
    return site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0).id();
  }

  private static Instant hour(int afterNoon) {
    return NOON.plus(Duration.ofHours(afterNoon));
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = site.database.connect();
        Statement written = connection.createStatement()) {
      written.executeUpdate(statement);
    }
  }
}
