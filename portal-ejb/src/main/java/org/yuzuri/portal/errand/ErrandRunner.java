package org.yuzuri.portal.errand;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Fence;

/**
 * Brings a list of wishes about: sends what was not sent, tries again what may be tried again, and
 * says how far it is. Idempotent; safe to call at every report and every tick.
 */
@Dependent
public class ErrandRunner {

  /** How often a wish is tried before it counts as failed. */
  static final int TRIES = 4;

  /** Pause before the second try; each further pause is as much longer. */
  static final Duration PAUSE = Duration.ofSeconds(3);

  private final ErrandDesk desk;

  /** A runner that sends through this desk. */
  @Inject
  public ErrandRunner(ErrandDesk desk) {
    this.desk = desk;
  }

  /** Whether one wish waits for the one before it. */
  public enum Sequence {
    /** All are sent at once; each daemon takes its own in the order given. */
    TOGETHER,
    /** The next is sent when the one before is done. */
    ONE_BY_ONE
  }

  /** Sends, tries again, and says how far the list is. */
  public Progress pursue(
      long runId,
      List<Wish> wishes,
      Sequence sequence,
      Fence fence,
      Instant notAfter,
      Instant now) {
    Progress first = new Progress.AllDone();
    for (Wish wish : wishes) {
      Progress one = pursue(runId, wish, fence, notAfter, now);
      if (one instanceof Progress.Broken) {
        return one;
      }
      if (one instanceof Progress.Waiting) {
        if (sequence == Sequence.ONE_BY_ONE) {
          return one;
        }
        first = earlier(first, one);
      }
    }
    return first;
  }

  /**
   * What a daemon found while it reached this wish; empty before its end, or when it told nothing.
   */
  public Optional<String> fact(long runId, String wish, String fact) {
    return desk.of(runId).find(wish).filter(Errand::isDone).flatMap(errand -> errand.fact(fact));
  }

  private Progress pursue(long runId, Wish wish, Fence fence, Instant notAfter, Instant now) {
    Errand sent = desk.of(runId).find(wish.name()).orElse(null);
    if (sent == null) {
      return send(runId, wish, fence, notAfter);
    }
    if (sent.isDone()) {
      return new Progress.AllDone();
    }
    if (!sent.isBroken()) {
      return waiting(wish, null);
    }
    if (!sent.mayBeTriedAgain() || sent.tries() >= TRIES) {
      return new Progress.Broken(sent, wish.fault());
    }
    Instant due =
        Objects.requireNonNull(sent.endedAt(), "endedAt").plus(PAUSE.multipliedBy(sent.tries()));
    return due.isAfter(now) ? waiting(wish, due) : send(runId, wish, fence, notAfter);
  }

  private Progress send(long runId, Wish wish, Fence fence, Instant notAfter) {
    CommandHeader header = new CommandHeader(UUID.randomUUID(), notAfter, fence);
    desk.send(runId, wish.name(), wish.agentId(), wish.command().apply(header));
    return waiting(wish, null);
  }

  private static Progress waiting(Wish wish, @Nullable Instant lookAgainAt) {
    return new Progress.Waiting(wish.name(), wish.faultOfSilence(), lookAgainAt);
  }

  private static Progress earlier(Progress before, Progress next) {
    if (before instanceof Progress.Waiting first && next instanceof Progress.Waiting second) {
      boolean sooner =
          second.lookAgainAt() != null
              && (first.lookAgainAt() == null
                  || second.lookAgainAt().isBefore(first.lookAgainAt()));
      return sooner
          ? new Progress.Waiting(first.waiting(), first.whose(), second.lookAgainAt())
          : first;
    }
    return next;
  }
}
