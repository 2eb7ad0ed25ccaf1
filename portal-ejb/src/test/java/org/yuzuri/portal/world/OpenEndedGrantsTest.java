package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.wire.command.EnsureGrants;

/** A lease without an end is kept open, month after month. */
class OpenEndedGrantsTest {

  @Test
  void openingsOfALeaseWithoutAnEndAreRenewedBeforeTheyShut() {
    World world = new World();
    world.server(1);
    world.period = LeasePeriod.OPEN;
    world.order();
    world.run();

    for (int day = 0; day < 800; day++) {
      world.clock.add(Duration.ofDays(1));
      world.run();
      assertThat(world.lease(1).grantsUntil()).isAfter(world.clock.instant());
    }
    List<EnsureGrants> sent = world.outbox.sent(Site.GATEWAY_AGENT, EnsureGrants.class);
    assertThat(sent.get(sent.size() - 1).grants())
        .isNotEmpty()
        .allMatch(
            grant -> grant.closesAt().isAfter(world.clock.instant().plus(Duration.ofDays(29))));
    assertThat(sent).hasSizeLessThan(30);
  }
}
