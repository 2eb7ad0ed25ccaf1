package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.agent.enrolment.Caller;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.agent.waiting.WaitingAgents;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;

/** From a committed command to the agent that waits on the same node. */
@ExtendWith(ArquillianExtension.class)
class WakingAgentsIT {

  private static final Duration WAIT = Duration.ofSeconds(20);
  private static final int COMMANDS = 21;

  /** The tail of the queues alone would take 500 ms in the middle. */
  private static final long SOON_MILLIS = 250;

  @Inject AsSystem asSystem;
  @Inject AgentService agents;
  @Inject CommandQueue commands;
  @Inject WaitingAgents waiting;

  @Resource UserTransaction transaction;

  @Test
  void commandReachesTheWaitingAgentAsSoonAsItIsCommitted() throws Exception {
    ReportingAgent agent = newAgent();
    List<Long> taken = new ArrayList<>();
    for (long after = 0; after < COMMANDS; after++) {
      CompletableFuture<List<SequencedCommand>> poll = poll(agent, after);

      UUID command = queue(agent, true);
      long begun = System.nanoTime();
      List<SequencedCommand> answer = poll.get(5, TimeUnit.SECONDS);

      taken.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
      assertEquals(command, answer.get(0).command().id());
    }
    long median = taken.stream().sorted().toList().get(COMMANDS / 2);
    assertTrue(median <= SOON_MILLIS, taken::toString);
  }

  @Test
  void commandThatIsTakenBackBeforeItsCommitWakesNobody() throws Exception {
    ReportingAgent agent = newAgent();
    CompletableFuture<List<SequencedCommand>> poll = poll(agent, 0);

    queue(agent, false);
    UUID command = queue(agent, true);

    assertEquals(command, poll.get(5, TimeUnit.SECONDS).get(0).command().id());
  }

  /** Of one that has all its commands. */
  private CompletableFuture<List<SequencedCommand>> poll(ReportingAgent agent, long after) {
    CompletableFuture<List<SequencedCommand>> poll =
        waiting
            .commands(() -> new Caller(agent, 1, after), after, WAIT)
            .thenApply(CommandList::commands)
            .toCompletableFuture();
    assertFalse(poll.isDone());
    return poll;
  }

  private ReportingAgent newAgent() {
    long id = portal(() -> agents.inviteLenderAgent("waiting").agentId());
    return new ReportingAgent(id, DaemonKind.LENDER_AGENT, 1, "waiting");
  }

  private UUID queue(ReportingAgent agent, boolean commit) throws Exception {
    EnsureNoBoot command =
        new EnsureNoBoot(
            UUID.randomUUID(),
            Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MILLIS),
            new Fence(3, 7, 1),
            new MacAddress("52:54:00:00:00:11"));
    transaction.begin();
    portal(() -> commands.enqueue(agent.id(), command));
    if (commit) {
      transaction.commit();
    } else {
      transaction.rollback();
    }
    return command.id();
  }

  private <T> T portal(Supplier<T> work) {
    return asSystem.call(Actor.system("test"), work);
  }
}
