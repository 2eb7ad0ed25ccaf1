package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.yuzuri.wire.command.AgentCommand;

final class PendingCommandsTest {

  private final PendingCommands pending = new PendingCommands();

  @Test
  void laterCommandOfAHigherGenerationOvertakesUntilItEnds() {
    AgentCommand running = command(1, 3, 1);
    AgentCommand same = command(2, 3, 1);
    AgentCommand other = command(3, 4, 9);
    pending.add(running);
    pending.add(same);
    pending.add(other);
    assertThat(pending.isOvertaken(running)).isFalse();

    AgentCommand higher = command(4, 3, 2);
    pending.add(higher);
    assertThat(pending.isOvertaken(running)).isTrue();
    assertThat(pending.isOvertaken(higher)).isFalse();

    pending.remove(higher);
    assertThat(pending.isOvertaken(running)).isFalse();
  }

  @Test
  void withdrawalOvertakesTheBootThatItWithdraws() {
    AgentCommand boot = Commands.erasure(1, 3);
    AgentCommand other = Commands.erasure(2, 4);
    pending.add(boot);
    pending.add(other);

    pending.add(command(3, 3, 1));

    assertThat(pending.isOvertaken(boot)).isTrue();
    assertThat(pending.isOvertaken(other)).isFalse();
  }

  private static AgentCommand command(long sequence, long serverId, long generation) {
    return Commands.of(sequence, serverId, generation, Commands.NOW).command();
  }
}
