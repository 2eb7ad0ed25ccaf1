package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.value.Fence;

/** While nobody has confirmed what the agents know, the engine does nothing to servers. */
class RestoredTest {

  private static final long EPOCH = 1_764_450_000;

  private final World world = new World();

  @Test
  void nothingIsSentAndNothingEndsHoweverLongItTakes() {
    world.server(1);
    world.order();
    world.daemons.stopBefore(Act.PACKAGES);
    world.run();
    int sent = sent();

    world.epochs.restored(EPOCH, world.clock.instant());
    world.run(Duration.ofHours(9));

    assertThat(sent()).isEqualTo(sent);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.STARTING);
    assertThat(world.run(1).state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void nothingIsLentReturnedOrInspected() {
    Server lent = world.server(1);
    world.server(2);
    world.order();
    world.run();
    world.server(3);
    Server out = world.enrolledServer(4);
    long generation = lent.generation();

    world.epochs.restored(EPOCH, world.clock.instant());

    assertThatThrownBy(world::order).hasMessageContaining("epoch");
    assertThatThrownBy(() -> world.giveBack(1)).hasMessageContaining("epoch");
    assertThatThrownBy(() -> happens(LeaseEvent.EXPIRE)).hasMessageContaining("epoch");
    assertThatThrownBy(() -> world.inspections.begin(out.id(), world.cause("BY_HAND")))
        .hasMessageContaining("epoch");
    assertThat(lent.generation()).isEqualTo(generation);
  }

  @Test
  void holdAfterwardsIsHigherThanWhateverWasHeldBefore() {
    Server server = world.server(1);
    world.order();
    world.run();
    world.epochs.restored(EPOCH, world.clock.instant());
    world.epochs.confirm(world.clock.instant());

    world.giveBack(1);
    world.run(Duration.ofMinutes(7));

    assertThat(server.fence().epoch()).isEqualTo(EPOCH);
    assertThat(server.generation()).isEqualTo(Fence.firstGeneration(EPOCH));
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  private void happens(LeaseEvent event) {
    world.leases.happened(world.lease(2), event, world.cause("PERIOD_OVER"));
  }

  private int sent() {
    return world.outbox.sent(Site.LENDER_AGENT, AgentCommand.class).size()
        + world.outbox.sent(Site.GATEWAY_AGENT, AgentCommand.class).size();
  }
}
