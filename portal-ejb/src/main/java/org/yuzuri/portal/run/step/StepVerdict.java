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
   */
  record Waits(String message, @Nullable Instant lookAgainAt) implements StepVerdict {}

  /**
   * Its evidence is complete.
   *
   * @param message what was learned
   */
  record Done(String message) implements StepVerdict {}

  /** It cannot succeed any more. */
  record Fails(Fault fault, String code, String detail) implements StepVerdict {}
}
