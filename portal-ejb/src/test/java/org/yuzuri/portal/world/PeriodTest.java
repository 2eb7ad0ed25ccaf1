package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.server.Server;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.value.Grant;

/** A period counts from the hand-over, and may have no end. */
class PeriodTest {

  private final World world = new World();

  @Test
  void periodCountsFromTheHandOverHoweverLongTheInstallationTakes() {
    world.server(1);
    world.site.gatewayOnline = false;

    world.order();
    world.run(Duration.ofMinutes(1));
    assertThat(world.lease(1).endsAt()).isNull();
    assertThat(world.lease(1).period()).isEqualTo(LeasePeriod.of(24));

    world.site.gatewayOnline = true;
    world.run(Duration.ofMinutes(1));
    Lease lease = world.lease(1);
    Instant handOver = Objects.requireNonNull(lease.handedOverAt());
    assertThat(handOver).isAfter(lease.createdAt().plusSeconds(59));
    assertThat(lease.endsAt()).isEqualTo(handOver.plus(Duration.ofDays(1)));
  }

  @Test
  void serverIsExpectedBackWhenItsPeriodIsOverAndNoLongerWhenItIsReturned() {
    Server server = world.server(1);
    world.order();
    assertThat(server.backAt()).isNull();
    world.run();
    assertThat(server.backAt()).isEqualTo(world.lease(1).endsAt()).isNotNull();

    world.leases.changePeriod(world.lease(1), LeasePeriod.of(48), world.cause("PERIOD_CHANGED"));
    assertThat(server.backAt()).isEqualTo(world.lease(1).endsAt());

    world.giveBack(1);
    assertThat(server.backAt()).isNull();
  }

  @Test
  void openEndHasNoEnd() {
    world.server(1);
    world.period = LeasePeriod.OPEN;

    world.order();
    world.run();

    assertThat(world.lease(1).wasActive()).isTrue();
    assertThat(world.lease(1).endsAt()).isNull();
  }

  @Test
  void everyOpeningStaysUntilThePeriodIsOver() {
    for (LeasePeriod period : List.of(LeasePeriod.of(1), LeasePeriod.of(8784), LeasePeriod.OPEN)) {
      World other = new World();
      other.period = period;
      other.server(1);

      other.order();
      other.run();

      Instant handOver = Objects.requireNonNull(other.lease(1).handedOverAt());
      for (long agent : List.of(Site.LENDER_AGENT, Site.GATEWAY_AGENT)) {
        List<EnsureGrants> sent = other.outbox.sent(agent, EnsureGrants.class);
        assertThat(sent.get(sent.size() - 1).grants())
            .isNotEmpty()
            .extracting(Grant::closesAt)
            .allSatisfy(end -> assertThat(end).isAfter(handOver.plus(period.atMost())));
      }
    }
  }
}
