package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.server.Server;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.LenderCommand;
import org.yuzuri.wire.port.PortAccess;
import org.yuzuri.wire.port.ServerPort;

/** What passes a server's port while it is lent, and between leases. */
class ServerPortTest {

  private final World world = new World();

  @Test
  void portIsFilteredBeforeTheServerRuns() {
    Server server = world.server(1);
    world.daemons.swallow("EnsurePort FILTERED");

    world.order();
    world.run(Duration.ofMinutes(2));

    assertThat(world.outbox.sent(Site.LENDER_AGENT, EnsurePower.class)).isEmpty();
    EnsurePort filter = ports().get(0);
    assertThat(filter.port()).isEqualTo(ServerPort.EXTERNAL);
    assertThat(filter.mac()).isEqualTo(server.mac());
    assertThat(filter.address()).hasToString("192.0.2.17");
  }

  @Test
  void portIsClosedAtTheReturnAndOpenedForTheEraserOnly() {
    world.server(1);
    world.order();
    world.run();
    assertThat(accesses()).containsExactly(PortAccess.FILTERED);

    world.giveBack(1);
    world.run();

    assertThat(accesses())
        .containsExactly(
            PortAccess.FILTERED, PortAccess.CLOSED, PortAccess.FILTERED, PortAccess.CLOSED);
  }

  @Test
  void returnClosesThePortBeforeAnythingElse() {
    world.server(1);
    world.order();
    world.run();
    int before = commands().size();

    world.giveBack(1);
    world.run();

    assertThat(commands().get(before))
        .isInstanceOfSatisfying(
            EnsurePort.class, port -> assertThat(port.access()).isEqualTo(PortAccess.CLOSED));
  }

  @Test
  void inspectionIsFilteredAndLeavesThePortClosed() {
    Server server = world.enrolledServer(1);

    world.inspections.begin(server.id(), world.cause("BY_HAND"));
    world.run();

    assertThat(accesses()).containsExactly(PortAccess.FILTERED, PortAccess.CLOSED);
  }

  private List<LenderCommand> commands() {
    return world.outbox.sent(Site.LENDER_AGENT, LenderCommand.class);
  }

  private List<EnsurePort> ports() {
    return world.outbox.sent(Site.LENDER_AGENT, EnsurePort.class);
  }

  private List<PortAccess> accesses() {
    return ports().stream().map(EnsurePort::access).toList();
  }
}
