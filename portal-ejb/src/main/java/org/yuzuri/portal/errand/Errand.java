package org.yuzuri.portal.errand;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.command.CommandResult;
import org.yuzuri.portal.agent.command.CommandState;

/**
 * One wish of a run that was sent, and what became of it. Each try is a command of its own; only
 * the last one counts.
 *
 * @param name what is wished, in the run's own words
 * @param commandId the last try's command
 * @param tries how often it was sent
 * @param result what became of the last try
 */
public record Errand(String name, UUID commandId, int tries, CommandResult result) {

  /** Whether the wanted end is reached. */
  public boolean isDone() {
    return result.state() == CommandState.DONE;
  }

  /** Whether the last try has an outcome other than the wanted end. */
  public boolean isBroken() {
    return result.state().isFinal() && !isDone();
  }

  /** Whether another try may end better. */
  public boolean mayBeTriedAgain() {
    return result.retryable();
  }

  /** When the last try had its outcome; null while it is open. */
  @Nullable
  public Instant endedAt() {
    return result.finishedAt();
  }

  /** What the daemon found while it reached the wanted end; empty when it told nothing of this. */
  public Optional<String> fact(String name) {
    return Optional.ofNullable(result.facts().get(name));
  }

  /** The daemon's code of the failure; {@code EXPIRED} or {@code UNKNOWN} where it gave none. */
  public String code() {
    return result.code() == null ? result.state().name() : result.code();
  }

  /** The daemon's words about the failure; may be empty. */
  public String detail() {
    return result.detail() == null ? "" : result.detail();
  }
}
