package org.yuzuri.portal.run.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.heard.LastBeat;
import org.yuzuri.portal.run.heard.ShownKey;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.FailureView;
import org.yuzuri.wire.value.Sha256;

/**
 * A run, as pages show it: never a bare "failed".
 *
 * @param expectedEnd when it should be over, or null when it is
 * @param current the step that runs, or ran last
 * @param key what the server was known by in this run
 * @param silent whether the server has said nothing for longer than it should
 * @param failure null unless it failed
 * @param steps in their order
 */
public record RunView(
    long id,
    RunState state,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant expectedEnd,
    StepView current,
    Key key,
    Heard heard,
    boolean silent,
    @Nullable FailureView failure,
    List<StepView> steps) {

  /**
   * The key that the server showed on its own console.
   *
   * @param expected whether the server is known by it
   * @param fingerprint SHA-256 of the public key, 64 hexadecimal digits; null before it was seen
   * @param seenAt when; null before
   */
  public record Key(boolean expected, @Nullable String fingerprint, @Nullable Instant seenAt) {

    static Key of(ShownKey key, Identity identity) {
      return new Key(
          identity == Identity.CONSOLE, key.fingerprint().map(Sha256::hex).orElse(null), key.at());
    }
  }

  /**
   * What the server said last; every part is null before its first word.
   *
   * @param phase what it was at, text {@code phase.WORD}
   * @param percent of the phase, or null when unknown
   */
  public record Heard(
      @Nullable String phase,
      @Nullable Integer percent,
      @Nullable String message,
      @Nullable Instant at) {

    static Heard of(LastBeat beat) {
      return new Heard(beat.phase(), beat.percent(), beat.message(), beat.at());
    }
  }

  /** Whether one of its steps is at work. */
  public boolean isRunning() {
    return state == RunState.RUNNING;
  }

  /** Time at work in all steps. */
  public Duration elapsed() {
    return steps.stream().map(StepView::elapsed).reduce(Duration.ZERO, Duration::plus);
  }
}
