package org.yuzuri.portal.run.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.Fault;

/** What a look at a step's evidence says. */
public sealed interface StepVerdict {

  /**
   * It goes on.
   *
   * @param message what is waited for, in plain words
   * @param lookAgainAt when another look is due without news; null when the tick is enough
   * @param whose whose matter it is that this does not come; null when the step's rule says it
   */
  record Waits(String message, @Nullable Instant lookAgainAt, @Nullable Fault whose)
      implements StepVerdict {

    /** What is waited for is what the step is about. */
    public Waits(String message, @Nullable Instant lookAgainAt) {
      this(message, lookAgainAt, null);
    }
  }

  /**
   * Its evidence is complete.
   *
   * @param message what was learned
   */
  record Done(String message) implements StepVerdict {}

  /** It cannot succeed any more. */
  record Fails(Fault fault, String code, String detail) implements StepVerdict {}
}
