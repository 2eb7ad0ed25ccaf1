package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;

/** What becomes of a transfer whose tenant is suspended meanwhile. */
class SuspendedTransferTest {

  private final World world = new World();
  private final Server server = world.server(1);

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {"FETCH_SCRIPT", "FETCH_KERNEL", "ASK_INSTALL_CERTIFICATE", "INSTALL_TUNNEL"})
  void beforeTheSettingsItEndsInTheTenantsMatterAndTheServerIsErased(Act next) {
    world.daemons.stopBefore(next);
    world.order();
    world.run(Duration.ofSeconds(10));
    assertThat(world.run(1).state()).isEqualTo(RunState.RUNNING);

    suspend();
    world.run(Duration.ofMinutes(10));

    assertThat(world.run(1).state()).isEqualTo(RunState.FAILED);
    assertThat(world.run(1).failure().fault()).isEqualTo(Fault.TENANT);
    assertThat(world.run(1).failure().code()).isEqualTo("TENANT_SUSPENDED");
    assertThat(world.run(1).failure().detail()).isEqualTo("Unpaid since May");
    assertThat(world.transfer(1).hasSeen(Evidence.SETTINGS_SERVED)).isFalse();
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.FAILED);
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void noOpeningIsMadeForATenantThatIsSuspendedBeforeTheFirst() {
    suspend();
    world.order();
    world.run(Duration.ofMinutes(10));

    assertThat(world.run(1).failure().code()).isEqualTo("TENANT_SUSPENDED");
    assertThat(world.lease(1).isTouched()).isFalse();
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void installationThatHasItsSettingsIsBroughtToItsEnd() {
    world.site.suspension =
        () ->
            world.transfer(1).hasSeen(Evidence.SETTINGS_SERVED)
                ? Optional.of("Unpaid since May")
                : Optional.empty();
    world.order();
    world.run(Duration.ofMinutes(10));

    assertThat(world.site.suspension(World.TENANT)).isPresent();
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.ACTIVE);
  }

  private void suspend() {
    world.site.suspension = () -> Optional.of("Unpaid since May");
  }
}
