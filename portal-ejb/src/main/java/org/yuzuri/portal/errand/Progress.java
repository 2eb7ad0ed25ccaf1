package org.yuzuri.portal.errand;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.Fault;

/** How far a list of wishes has come. */
public sealed interface Progress {

  /** Every wanted end is reached. */
  record AllDone() implements Progress {}

  /**
   * At least one is on its way, or waits for its next try.
   *
   * @param waiting name of the first that is not done
   * @param whose whose matter it is that it is not done: its daemon's, which does not answer
   * @param lookAgainAt when the next try is due; null when only an outcome can change anything
   */
  record Waiting(String waiting, Fault whose, @Nullable Instant lookAgainAt) implements Progress {}

  /**
   * At least one cannot be reached any more.
   *
   * @param fault whose matter that is, as the wish's plan says
   */
  record Broken(Errand errand, Fault fault) implements Progress {}
}
