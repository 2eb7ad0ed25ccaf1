package org.yuzuri.portal.errand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.agent.command.CommandResult;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.value.Fence;

class ErrandRunnerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final long RUN = 1;

  private final LastCommand queue = new LastCommand();
  private final ErrandDesk desk =
      new ErrandDesk(new MemoryErrands(), queue, Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @EnumSource(Fault.class)
  void wishThatCannotBeReachedIsTheMatterThatItsPlanNamesWhateverItIsCalled(Fault fault) {
    pursue(fault);
    queue.outcome = new CommandOutcome.Failed("BROKEN", "on purpose", false);

    assertThat(pursue(fault))
        .isInstanceOfSatisfying(
            Progress.Broken.class, broken -> assertThat(broken.fault()).isEqualTo(fault));
  }

  private Progress pursue(Fault fault) {
    Wish wish =
        new Wish(
            "POWER_OFF",
            7,
            fault,
            header -> new EnsureGrants(header.id(), header.notAfter(), header.fence(), List.of()));
    return new ErrandRunner(desk)
        .pursue(
            RUN,
            List.of(wish),
            ErrandRunner.Sequence.TOGETHER,
            new Fence(1, 1, 1),
            NOW.plusSeconds(60),
            NOW);
  }

  /** Keeps what was sent last, and what became of it. */
  private static final class LastCommand extends CommandQueue {

    private UUID last = new UUID(0, 0);
    private CommandOutcome outcome = new CommandOutcome.Running();

    @Override
    public UUID enqueue(long agentId, AgentCommand command) {
      last = command.id();
      return last;
    }

    @Override
    public Map<UUID, CommandResult> results(List<UUID> commandIds) {
      return Map.of(last, CommandResult.of(outcome, NOW));
    }
  }
}
