package org.yuzuri.portal.agent.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.CommandQueued;
import org.yuzuri.portal.agent.enrolment.Caller;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.value.DaemonKind;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class WaitingAgentsTest {

  private static final ReportingAgent ONE = agent(1);
  private static final ReportingAgent TWO = agent(2);
  private static final Duration LONG = Duration.ofSeconds(25);

  /** Of a poll that asks for the above. */
  private static final Duration SHORTEST = Duration.ofSeconds(20);

  private final MutableClock clock =
      MutableClock.of(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);
  private final Queues queues = new Queues(clock);
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final WaitingAgents waiting = new WaitingAgents();
  private Runnable afterItIsKnown = () -> {};
  private boolean takesWork = true;

  @BeforeEach
  void wire() {
    waiting.asSystem = new AsSystem();
    waiting.clock = clock;
    waiting.contacts = queues;
    waiting.executor = byHand();
    waiting.open();
  }

  @Test
  void whatIsThereIsGivenAtOnce() {
    queues.add(ONE);

    assertThat(answer(poll(ONE, 0))).hasSize(1);
  }

  @Test
  void whoDoesNotWaitIsToldThatThereIsNothing() {
    assertThat(answer(poll(ONE, 0, Duration.ZERO))).isEmpty();
  }

  @Test
  void pollThatWaitsAsksTheDatabaseNothing() {
    CompletableFuture<List<SequencedCommand>> poll = poll(ONE, 0);
    tick();
    int asked = queues.looks;

    tick();
    tick();

    assertThat(poll).isNotDone();
    assertThat(queues.looks).isEqualTo(asked);
  }

  @Test
  void pollOfADaemonThatHasAllItsCommandsLooksForNone() {
    queues.add(ONE);

    CompletableFuture<List<SequencedCommand>> poll = poll(ONE, 1);

    assertThat(poll).isNotDone();
    assertThat(queues.looks).isZero();
    assertThat(answer(poll(TWO, 0, Duration.ZERO))).isEmpty();
    assertThat(queues.looks).isZero();
  }

  @Test
  void commandThatIsCommittedBeforeThePollIsKeptIsNotLost() {
    afterItIsKnown =
        () -> {
          queues.add(ONE);
          waiting.queued(new CommandQueued(ONE.id()));
        };

    assertThat(answer(poll(ONE, 0))).hasSize(1);
  }

  @Test
  void commandOfAnotherNodeThatTheTailSeesBeforeThePollIsKeptIsNotLost() {
    park(TWO);
    tick();
    afterItIsKnown =
        () -> {
          queues.add(ONE);
          tick();
        };

    assertThat(answer(poll(ONE, 0))).hasSize(1);
  }

  @Test
  void commandOfAnotherNodeThatTheTailSeesAfterThePollIsKeptIsNotLost() {
    park(TWO);
    tick();
    afterItIsKnown = () -> queues.add(ONE);
    CompletableFuture<List<SequencedCommand>> poll = poll(ONE, 0);

    tick();

    assertThat(answer(poll)).hasSize(1);
  }

  @Test
  void nobodyWaitingCostsTheDatabaseNothing() {
    tick();

    assertThat(queues.tails).isZero();
  }

  @Test
  void oneStatementLooksForAllWhoWait() {
    park(ONE);
    park(TWO);

    tick();

    assertThat(queues.tails).isEqualTo(1);
  }

  @Test
  void commandReachesItsAgentAndNoOther() {
    CompletableFuture<List<SequencedCommand>> one = poll(ONE, 0);
    CompletableFuture<List<SequencedCommand>> two = poll(TWO, 0);

    queues.add(TWO);
    waiting.queued(new CommandQueued(TWO.id()));

    assertThat(answer(two)).hasSize(1);
    assertThat(one).isNotDone();
  }

  @Test
  void commandThatIsCommittedWhileThePollLooksIsNotLost() {
    queues.add(ONE);
    queues.open.clear();
    queues.afterTheNextLook =
        () -> {
          queues.add(ONE);
          waiting.queued(new CommandQueued(ONE.id()));
        };

    CompletableFuture<List<SequencedCommand>> poll = poll(ONE, 0);

    assertThat(answer(poll)).hasSize(1);
  }

  @Test
  void anotherNodesCommandArrivesWithTheNextTick() {
    queues.add(ONE);
    tick();
    CompletableFuture<List<SequencedCommand>> poll = poll(ONE, 1);
    tick();

    queues.add(ONE);
    tick();

    assertThat(answer(poll)).extracting(SequencedCommand::sequence).containsExactly(2L);
  }

  @Test
  void commandsThatHaveAnOutcomeAreNotLookedForAgainAndAgain() {
    queues.add(ONE);
    queues.open.clear();
    park(ONE);
    tick();
    int asked = queues.looks;

    tick();

    assertThat(queues.looks).isEqualTo(asked);
  }

  @Test
  void waitingEndsWithNothingWithinItsTime() {
    CompletableFuture<List<SequencedCommand>> poll = poll(ONE, 0);

    clock.add(SHORTEST.minusSeconds(2));
    tick();
    assertThat(poll).isNotDone();

    clock.add(LONG.minus(SHORTEST).plusSeconds(2));
    tick();
    assertThat(answer(poll)).isEmpty();
  }

  @Test
  void pollsThatBeganTogetherDoNotEndTogether() {
    List<CompletableFuture<List<SequencedCommand>>> polls = new ArrayList<>();
    for (int id = 1; id <= 500; id++) {
      polls.add(poll(agent(id), 0));
    }

    clock.add(SHORTEST.minusSeconds(2));
    tick();
    long before = 0;
    for (int second = 0; second < LONG.minus(SHORTEST).toSeconds() + 2; second++) {
      clock.add(Duration.ofSeconds(1));
      tick();
      long done = polls.stream().filter(CompletableFuture::isDone).count();
      // A hundred in each of five seconds, if all were the same.
      assertThat(done - before).isLessThan(200);
      before = done;
    }
    assertThat(before).isEqualTo(polls.size());
  }

  @Test
  void newerPollEndsTheOlderOneAndGetsTheCommand() {
    CompletableFuture<List<SequencedCommand>> older = poll(ONE, 0);
    CompletableFuture<List<SequencedCommand>> newer = poll(ONE, 0);

    assertThat(answer(older)).isEmpty();
    queues.add(ONE);
    waiting.queued(new CommandQueued(ONE.id()));
    assertThat(answer(newer)).hasSize(1);
  }

  @Test
  void pollsThatChaseEachOtherAreSlowedDown() {
    park(ONE);
    CompletableFuture<List<SequencedCommand>> second = poll(ONE, 0);
    park(ONE);
    assertThat(second).isNotDone();

    clock.add(ParkedPolls.PAUSE);
    tick();

    assertThat(answer(second)).isEmpty();
  }

  @Test
  void nextReplacementAfterACalmSecondIsAtOnce() {
    park(ONE);
    CompletableFuture<List<SequencedCommand>> second = poll(ONE, 0);
    clock.add(ParkedPolls.CALM);

    park(ONE);

    assertThat(answer(second)).isEmpty();
  }

  @Test
  void nothingIsLookedUpForAPollThatIsOver() {
    park(ONE);
    clock.add(LONG);
    tick();
    int asked = queues.looks;

    queues.add(ONE);
    waiting.queued(new CommandQueued(ONE.id()));
    tick();

    assertThat(queues.looks).isEqualTo(asked);
  }

  @Test
  void closingAnswersAll() {
    CompletableFuture<List<SequencedCommand>> replaced = poll(ONE, 0);
    park(ONE);
    CompletableFuture<List<SequencedCommand>> paused = poll(ONE, 0);
    CompletableFuture<List<SequencedCommand>> newest = poll(ONE, 0);
    CompletableFuture<List<SequencedCommand>> other = poll(TWO, 0);

    waiting.endAll();

    assertThat(List.of(replaced, paused, newest, other))
        .allSatisfy(poll -> assertThat(answer(poll)).isEmpty());
  }

  @Test
  void closingAnswersWithNothingWhenTheContainerTakesNoMoreWork() {
    CompletableFuture<List<SequencedCommand>> poll = poll(ONE, 0);
    takesWork = false;

    waiting.endAll();

    assertThat(answer(poll)).isEmpty();
  }

  private void park(ReportingAgent agent) {
    assertThat(poll(agent, 0)).isNotDone();
  }

  private CompletableFuture<List<SequencedCommand>> poll(ReportingAgent agent, long after) {
    return poll(agent, after, LONG);
  }

  private CompletableFuture<List<SequencedCommand>> poll(
      ReportingAgent agent, long after, Duration wait) {
    return waiting
        .commands(() -> known(agent), after, wait)
        .thenApply(CommandList::commands)
        .toCompletableFuture();
  }

  private Caller known(ReportingAgent agent) {
    Caller caller = new Caller(agent, 1, queues.last.getOrDefault(agent.id(), 0L));
    Runnable meanwhile = afterItIsKnown;
    afterItIsKnown = () -> {};
    meanwhile.run();
    return caller;
  }

  private List<SequencedCommand> answer(CompletableFuture<List<SequencedCommand>> poll) {
    work();
    assertThat(poll).isDone();
    return poll.join();
  }

  private void tick() {
    waiting.tick();
    work();
  }

  private void work() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private ManagedExecutorService byHand() {
    return (ManagedExecutorService)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ManagedExecutorService.class},
            (proxy, method, arguments) -> {
              if (!takesWork) {
                throw new RejectedExecutionException("the container is ending");
              }
              tasks.add((Runnable) arguments[0]);
              return null;
            });
  }

  private static ReportingAgent agent(long id) {
    return new ReportingAgent(id, DaemonKind.TENANT_GATEWAY, 7, "gateway-" + id);
  }
}
