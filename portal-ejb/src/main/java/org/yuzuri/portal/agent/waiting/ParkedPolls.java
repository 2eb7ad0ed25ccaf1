package org.yuzuri.portal.agent.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.wire.call.SequencedCommand;

/**
 * The polls of this node that wait, the newest one of each agent. Thread-safe; an answer is given
 * outside of any lock.
 *
 * <p>A newer poll of an agent ends the older one at once. Two daemons with one certificate would
 * end each other's as fast as they can ask, so a second replacement within {@link #CALM} leaves the
 * older poll unanswered for {@link #PAUSE}.
 */
final class ParkedPolls {

  /** How often {@link #endThoseOver} is called; a poll ends up to this much early, never late. */
  static final Duration TICK = Duration.ofSeconds(1);

  static final int MOST_SHORTENED_PERCENT = 20;

  static final Duration CALM = Duration.ofSeconds(1);
  static final Duration PAUSE = Duration.ofSeconds(5);

  private final Clock clock;
  private final Map<Long, ParkedPoll> newest = new ConcurrentHashMap<>();
  private final Map<Long, Instant> replacedAt = new ConcurrentHashMap<>();
  private final Queue<ParkedPoll> pausing = new ConcurrentLinkedQueue<>();
  private final AtomicLong moves = new AtomicLong();
  private Map<Long, Long> lastSequences = Map.of();

  ParkedPolls(Clock clock) {
    this.clock = clock;
  }

  /**
   * Keeps a poll until it is answered. Daemons that have begun together, as they do when the portal
   * starts, would also end together and ask again all at once: each wait is shortened by up to
   * {@link #MOST_SHORTENED_PERCENT}, at random.
   */
  ParkedPoll park(ReportingAgent agent, long after, Duration wait) {
    int shortened = ThreadLocalRandom.current().nextInt(MOST_SHORTENED_PERCENT);
    Duration shorter = wait.minus(wait.multipliedBy(shortened).dividedBy(100));
    ParkedPoll poll = ParkedPoll.until(clock.instant().plus(shorter), agent, after);
    ParkedPoll older = newest.put(agent.id(), poll);
    if (older != null) {
      replace(older);
    }
    return poll;
  }

  /**
   * How often any queue was seen to move, here or by the tail. Whoever reads it before it asks the
   * database for the state of a queue, and finds it the same once its poll is kept, has missed no
   * command: what is committed later finds the poll.
   */
  long moves() {
    return moves.get();
  }

  /** This node has put a command into an agent's queue: its poll that waits here. */
  Optional<ParkedPoll> moved(long agentId) {
    moves.incrementAndGet();
    return Optional.ofNullable(newest.get(agentId));
  }

  /** Gives a poll its answer, unless it has one. */
  void answer(ParkedPoll poll, List<SequencedCommand> commands) {
    newest.remove(poll.agent().id(), poll);
    poll.answer().complete(commands);
  }

  /** Answers every poll whose wait ends before the next call. */
  void endThoseOver() {
    Instant nextTick = clock.instant().plus(TICK);
    newest.values().stream()
        .filter(poll -> poll.end().isBefore(nextTick))
        .forEach(this::answerWithNothing);
    List<ParkedPoll> over = pausing.stream().filter(p -> p.end().isBefore(nextTick)).toList();
    pausing.removeAll(over);
    over.forEach(this::answerWithNothing);
    replacedAt.values().removeIf(this::isCalmSince);
  }

  /**
   * The waiting polls whose agents' queues have moved since the last call; all of them at the
   * first.
   *
   * @param queues the number of the last command by agent; asked for only when somebody waits
   */
  synchronized List<ParkedPoll> whoseQueueMoved(Supplier<Map<Long, Long>> queues) {
    if (newest.isEmpty()) {
      return List.of();
    }
    Map<Long, Long> before = lastSequences;
    Map<Long, Long> now = queues.get();
    lastSequences = now;
    if (!now.equals(before)) {
      moves.incrementAndGet();
    }
    return newest.values().stream().filter(poll -> isBehind(poll, before, now)).toList();
  }

  /** Answers all of them. */
  void endAll() {
    newest.values().forEach(this::answerWithNothing);
    pausing.forEach(this::answerWithNothing);
    pausing.clear();
  }

  private void answerWithNothing(ParkedPoll poll) {
    answer(poll, List.of());
  }

  private void replace(ParkedPoll older) {
    Instant now = clock.instant();
    Instant last = replacedAt.put(older.agent().id(), now);
    if (last == null || isCalmSince(last)) {
      answerWithNothing(older);
    } else {
      pausing.add(older.endingBy(now.plus(PAUSE)));
    }
  }

  private static boolean isBehind(ParkedPoll poll, Map<Long, Long> before, Map<Long, Long> now) {
    long agentId = poll.agent().id();
    long last = now.getOrDefault(agentId, 0L);
    return last > poll.after() && last != before.getOrDefault(agentId, 0L);
  }

  private boolean isCalmSince(Instant replacement) {
    return !replacement.plus(CALM).isAfter(clock.instant());
  }
}
