package org.yuzuri.portal.run.step;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.StateMachine;

/** One step of one run, and how far it is. */
@Embeddable
public class RunStep {

  private String name;

  @Enumerated(EnumType.STRING)
  private StepState state = StepState.PENDING;

  private @Nullable Instant startedAt;
  private @Nullable Instant endedAt;
  private String message = "";

  /** For Hibernate. */
  protected RunStep() {}

  /** A step whose turn has not come. */
  public RunStep(String name) {
    this.name = name;
  }

  /** Only a run's engine calls it. */
  public void apply(StepEvent event, Cause cause) {
    StepState before = state;
    state = StateMachine.judge(StepTransitions.TABLE, state, event, cause).state();
    if (state == StepState.RUNNING && before != state) {
      startedAt = cause.at();
    }
    if (state.isFinal()) {
      endedAt = cause.at();
    }
  }

  /** Keeps the last thing that was learned. */
  public void say(String text) {
    message = text.length() > Cause.DETAIL_LENGTH ? text.substring(0, Cause.DETAIL_LENGTH) : text;
  }

  public String name() {
    return name;
  }

  public StepState state() {
    return state;
  }

  @Nullable
  public Instant startedAt() {
    return startedAt;
  }

  /**
   * When it began.
   *
   * @throws NullPointerException it has not
   */
  public Instant begunAt() {
    return Objects.requireNonNull(startedAt, "startedAt");
  }

  @Nullable
  public Instant endedAt() {
    return endedAt;
  }

  /** The last thing that was learned; may be empty. */
  public String message() {
    return message;
  }

  /** How long it took, or has taken until now; zero before its turn. */
  public Duration elapsed(Instant now) {
    return startedAt == null
        ? Duration.ZERO
        : Duration.between(startedAt, endedAt == null ? now : endedAt);
  }
}
