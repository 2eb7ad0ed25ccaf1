package org.yuzuri.portal.run.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.LastBeat;
import org.yuzuri.portal.run.RunState;
import org.yuzuri.portal.state.FailureView;

/**
 * A run, as pages show it: never a bare "failed".
 *
 * @param expectedEnd when it should be over, or null when it is
 * @param current the step that runs, or ran last
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
    Heard heard,
    boolean silent,
    @Nullable FailureView failure,
    List<StepView> steps) {

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
