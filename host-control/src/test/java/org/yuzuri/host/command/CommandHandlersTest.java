package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.LenderCommand;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.TunnelPurpose;

final class CommandHandlersTest {

  private static final CommandOutcome DONE = new CommandOutcome.Done(Map.of());

  @Test
  void commandGoesToTheHandlerOfItsType() {
    AgentCommand command = Commands.of(1, 3).command();

    assertThat(allButPower().on(EnsurePower.class, any -> DONE).build().handle(command))
        .isEqualTo(new CommandOutcome.Done(Map.of("id", command.id().toString())));
  }

  @Test
  void commandForTheOtherKindOfDaemonFails() {
    AgentCommand tunnel =
        new EnsureNoTunnel(
            Commands.of(1, 3).command().id(),
            Commands.NOW,
            new Fence(3, 7, 1),
            TunnelPurpose.INSTALL);

    assertThat(allButPower().on(EnsurePower.class, any -> DONE).build().handle(tunnel))
        .isEqualTo(
            new CommandOutcome.Failed(
                "NOT_FOR_THIS_DAEMON", "EnsureNoTunnel is not for this kind of daemon", false));
  }

  @Test
  void commandWithoutAHandlerIsNamedAtTheStart() {
    assertThatThrownBy(() -> allButPower().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("nothing handles EnsurePower, expected a handler for each");
  }

  @Test
  void secondHandlerOfACommandIsRefused() {
    CommandHandlers.Builder<LenderCommand> builder = allButPower();

    assertThatThrownBy(() -> builder.on(EnsureBoot.class, any -> DONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("EnsureBoot has two handlers, expected one");
  }

  /** All handlers of a lender agent but that of power. */
  private static CommandHandlers.Builder<LenderCommand> allButPower() {
    return CommandHandlers.of(LenderCommand.class)
        .on(EnsureBoot.class, any -> DONE)
        .on(EnsureNoBoot.class, none -> new CommandOutcome.Done(Map.of("id", none.id().toString())))
        .on(EnsureFreshStart.class, any -> DONE)
        .on(EnsurePort.class, any -> DONE)
        .on(EnsureGrants.class, any -> DONE);
  }
}
