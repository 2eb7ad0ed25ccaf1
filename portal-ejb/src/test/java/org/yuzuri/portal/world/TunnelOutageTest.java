package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.TunnelPurpose;

class TunnelOutageTest {

  private final World world = new World();
  private Fence fence;

  @BeforeEach
  void serverIsHandedOver() {
    world.server(1);
    world.order();
    world.run();
    fence = new Fence(1, 1, world.serverRows.find(1).orElseThrow().generation());
  }

  @Test
  void leaseKnowsSinceWhenItsServerCannotBeReachedAndHowLongItWasNot() {
    down(ScriptedDaemons.GATEWAY);
    assertThat(lease().tunnelDownSince()).isEqualTo(world.clock.instant());

    world.clock.add(Duration.ofSeconds(90));
    assertThat(lease().tunnelDown(world.clock.instant())).isEqualTo(Duration.ofSeconds(90));
    up();

    world.clock.add(Duration.ofSeconds(30));
    assertThat(lease().tunnelDownSince()).isNull();
    assertThat(lease().tunnelDown(world.clock.instant())).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void outageThatIsReportedTwiceCountsOnce() {
    down(ScriptedDaemons.GATEWAY);
    world.clock.add(Duration.ofSeconds(10));
    down(ScriptedDaemons.GATEWAY);
    world.clock.add(Duration.ofSeconds(10));
    up();
    up();

    assertThat(lease().tunnelDown(world.clock.instant())).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void cutOffOnPurposeIsNoOutage() {
    world.giveBack(1);
    down(ScriptedDaemons.GATEWAY);
    world.run();
    world.clock.add(Duration.ofHours(1));

    assertThat(lease().tunnelDown(world.clock.instant())).isZero();
  }

  @Test
  void onlyTheLeasesOwnGatewayIsBelieved() {
    assertThatThrownBy(() -> down(ScriptedDaemons.OTHER_GATEWAY)).hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> down(ScriptedDaemons.LENDER)).hasMessageContaining("NOT_FOUND");

    assertThat(lease().tunnelDownSince()).isNull();
  }

  private void down(ReportingAgent from) {
    world.reports.reported(
        from,
        new TunnelDown(UUID.randomUUID(), world.clock.instant(), fence, TunnelPurpose.PRODUCTION));
  }

  private void up() {
    world.reports.reported(
        ScriptedDaemons.GATEWAY,
        new TunnelUp(
            UUID.randomUUID(),
            world.clock.instant(),
            fence,
            TunnelPurpose.PRODUCTION,
            lease().virtualAddress()));
  }

  private Lease lease() {
    return world.lease(1);
  }
}
