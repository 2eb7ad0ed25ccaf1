package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.value.Grant;

/** What is open between a tenant and its server stays open as long as the lease lasts. */
class KeptGrantsTest {

  private static final List<Long> SIDES = List.of(Site.LENDER_AGENT, Site.GATEWAY_AGENT);

  private final World world = new World();
  private int before;

  @BeforeEach
  void aServerIsHandedOver() {
    world.server(1);
    world.order();
    world.run();
    before = sent(Site.GATEWAY_AGENT).size();
  }

  @Test
  void leaseAsItWasAgreedGetsNothingMore() {
    world.run(Duration.ofMinutes(1));

    assertThat(sent(Site.GATEWAY_AGENT)).hasSize(before);
  }

  @Test
  void extendedLeaseIsOpenOnBothSidesUntilItsNewEnd() {
    extendTo(LeasePeriod.of(240));
    world.run();

    Instant end = Objects.requireNonNull(world.lease(1).endsAt());
    for (long side : SIDES) {
      assertThat(last(side).fence()).isEqualTo(world.run(1).fence());
      assertThat(last(side).grants())
          .isNotEmpty()
          .allMatch(grant -> grant.id().startsWith("production-"))
          .extracting(Grant::closesAt)
          .containsOnly(end.plus(Duration.ofHours(1)));
    }
    assertThat(world.lease(1).grantsUntil()).isEqualTo(end.plus(Duration.ofHours(1)));

    int asked = sent(Site.GATEWAY_AGENT).size();
    world.run(Duration.ofMinutes(1));
    assertThat(sent(Site.GATEWAY_AGENT)).hasSize(asked);
  }

  @Test
  void sideThatRefusesIsAskedAgainAfterAnHour() {
    world.daemons.answer("EnsureGrants", new CommandOutcome.Failed("NFT", "on purpose", false));
    extendTo(LeasePeriod.of(240));
    world.run(Duration.ofMinutes(1));
    int refused = sent(Site.GATEWAY_AGENT).size();
    assertThat(refused).isGreaterThan(before);
    Instant former = Objects.requireNonNull(world.lease(1).grantsUntil());
    assertThat(former).isBefore(world.lease(1).endsAt());

    world.daemons.answer("EnsureGrants", new CommandOutcome.Done(java.util.Map.of()));
    world.run(Duration.ofHours(1));

    assertThat(sent(Site.GATEWAY_AGENT)).hasSizeGreaterThan(refused);
    assertThat(world.lease(1).grantsUntil()).isAfter(world.lease(1).endsAt());
  }

  @Test
  void serverThatIsGivenBackGetsNoNewOpenings() {
    world.daemons.swallow("EnsureGrants");
    extendTo(LeasePeriod.of(240));
    world.run();
    world.daemons.answerAgain();

    world.giveBack(1);
    world.run();

    for (long side : SIDES) {
      assertThat(last(side).grants()).isEmpty();
    }
  }

  private void extendTo(LeasePeriod period) {
    world.leases.changePeriod(world.lease(1), period, world.cause("PERIOD_CHANGED"));
  }

  private List<EnsureGrants> sent(long side) {
    return world.outbox.sent(side, EnsureGrants.class);
  }

  private EnsureGrants last(long side) {
    List<EnsureGrants> all = sent(side);
    return all.get(all.size() - 1);
  }
}
