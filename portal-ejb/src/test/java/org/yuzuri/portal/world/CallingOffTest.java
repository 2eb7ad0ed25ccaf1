package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.order.Order;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;

class CallingOffTest {

  private final World world = new World();

  @ParameterizedTest
  @CsvSource({"EnsureTunnel INSTALL", "EnsureBoot INSTALL", "EnsureFreshStart"})
  void calledOffBeforeOrAtPowerOnServerComesBack(String stuckAt) {
    Server server = world.server(1);
    world.daemons.swallow(stuckAt);
    Order order = world.order();
    world.run();
    world.daemons.answerAgain();

    world.orders.cancel(order.id(), world.cause("CANCELLED"));
    world.run();

    assertThat(world.run(1).state()).isEqualTo(RunState.CANCELLED);
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.CANCELLED);
    assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Act.class,
      names = {
        "SHOW_ERASER_KEY",
        "SHOW_INSPECTION_KEY",
        "ERASE",
        "REPORT_ERASED",
        "INSPECT",
        "REPORT_FACTS",
        "REPORT_PORT"
      },
      mode = EnumSource.Mode.EXCLUDE)
  void calledOffWhileTheServerIsAtWorkItIsErased(Act act) {
    Server server = world.server(1);
    world.daemons.stopBefore(act);
    Order order = world.order();
    world.run(Duration.ofSeconds(20));

    world.orders.cancel(order.id(), world.cause("CANCELLED"));
    world.run();

    assertThat(world.lease(1).state()).isEqualTo(LeaseState.CANCELLED);
    assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
    assertThat(server.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(world.wipeRows.recordsOf(server.id())).hasSize(1);
  }

  @Test
  void fulfilledOrderThatIsCalledOffKeepsItsServer() {
    Server server = world.server(1);
    Order order = world.order();
    world.run();

    world.orders.cancel(order.id(), world.cause("CANCELLED"));
    world.run();

    assertThat(order.state()).isEqualTo(OrderState.FULFILLED);
    assertThat(order.view().mayCancel()).isFalse();
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.ACTIVE);
    assertThat(server.state()).isEqualTo(ServerState.LEASED);
  }

  @Test
  void cancellingEndsOnlyWhatIsNotHandedOver() {
    Server first = world.server(1);
    Server second = world.server(2);
    Order order = world.order();
    world.daemons.stopBefore(Act.ASK_INSTALL_CERTIFICATE, second.id());
    world.run(Duration.ofSeconds(20));
    assertThat(world.lease(1).state()).isEqualTo(LeaseState.ACTIVE);
    assertThat(world.lease(2).state()).isEqualTo(LeaseState.STARTING);

    world.orders.cancel(order.id(), world.cause("CANCELLED"));
    assertThat(order.state()).isEqualTo(OrderState.CANCELLING);
    world.run();

    assertThat(world.lease(1).state()).isEqualTo(LeaseState.ACTIVE);
    assertThat(first.state()).isEqualTo(ServerState.LEASED);
    assertThat(world.lease(2).state()).isEqualTo(LeaseState.CANCELLED);
    assertThat(second.state()).isEqualTo(ServerState.AVAILABLE);
    assertThat(order.state()).isEqualTo(OrderState.PARTIAL);
  }

  @Test
  void cancellingTheTransferOfAServerThatIsHandedOverChangesNothing() {
    Server server = world.server(1);
    world.order();
    world.run();

    world.leases.happened(world.lease(1), LeaseEvent.CANCEL, world.cause("CANCELLED"));
    world.run();

    assertThat(world.lease(1).state()).isEqualTo(LeaseState.ACTIVE);
    assertThat(server.state()).isEqualTo(ServerState.LEASED);
  }

  @Test
  void callingOffTwiceIsNotedAndChangesNothing() {
    world.server(1);
    Order order = world.order();

    world.orders.cancel(order.id(), world.cause("CANCELLED"));
    world.orders.cancel(order.id(), world.cause("CANCELLED"));
    world.run();

    assertThat(order.state()).isEqualTo(OrderState.CANCELLED);
  }
}
