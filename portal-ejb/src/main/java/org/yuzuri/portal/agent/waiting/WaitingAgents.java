package org.yuzuri.portal.agent.waiting;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.CommandQueued;
import org.yuzuri.portal.agent.enrolment.Caller;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.SequencedCommand;

/** Gives daemons their commands, at once or when there are some. Begins no transaction itself. */
@ApplicationScoped
public class WaitingAgents {

  @Inject AsSystem asSystem;
  @Inject Clock clock;
  @Inject ContactService contacts;

  @Resource ManagedExecutorService executor;

  private ParkedPolls polls;

  @PostConstruct
  void open() {
    polls = new ParkedPolls(clock);
  }

  /**
   * The caller's open commands behind {@code after}, and the epoch of the portal's books. Looks at
   * most once, and not at all when none was queued behind that; the answer comes later when there
   * is none, from another thread.
   *
   * @param identify tells who asks; what it throws is thrown
   * @param wait longest wait
   * @return empty when there was none until the end, or when the agent has asked again meanwhile
   */
  public CompletionStage<CommandList> commands(
      Supplier<Caller> identify, long after, Duration wait) {
    long moves = polls.moves();
    Caller caller = identify.get();
    if (wait.isZero()) {
      return CompletableFuture.completedStage(
          answer(caller, caller.isBehind(after) ? openCommands(caller.agent(), after) : List.of()));
    }
    ParkedPoll poll = polls.park(caller.agent(), after, wait);
    if (caller.isBehind(after) || polls.moves() != moves) {
      look(poll);
    }
    // Whoever answers must not wait for the client to take it.
    return poll.answer().thenApplyAsync(found -> answer(caller, found), this::soon);
  }

  /** A portal that is ending takes no more work: its last answers are given by whoever ends it. */
  private void soon(Runnable work) {
    try {
      executor.execute(work);
    } catch (RejectedExecutionException ending) {
      work.run();
    }
  }

  private static CommandList answer(Caller caller, List<SequencedCommand> found) {
    return new CommandList(caller.epoch(), found, List.of());
  }

  void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommandQueued queued) {
    polls.moved(queued.agentId()).ifPresent(this::lookSoon);
  }

  /** Ends the polls that have waited long enough and sees what other nodes have queued. */
  void tick() {
    polls.endThoseOver();
    polls
        .whoseQueueMoved(
            () -> asSystem.call(Actor.system("waiting agents"), contacts::lastSequences))
        .forEach(this::lookSoon);
  }

  /** Answers all polls that wait, with nothing. */
  @PreDestroy
  public void endAll() {
    polls.endAll();
  }

  /** Not in a thread whose transaction is just ending, nor in that of the tail. */
  private void lookSoon(ParkedPoll poll) {
    executor.execute(() -> look(poll));
  }

  private void look(ParkedPoll poll) {
    List<SequencedCommand> open = openCommands(poll.agent(), poll.after());
    if (!open.isEmpty()) {
      polls.answer(poll, open);
    }
  }

  private List<SequencedCommand> openCommands(ReportingAgent agent, long after) {
    return asSystem.call(agent.actor(), () -> contacts.openCommands(agent.id(), after));
  }
}
