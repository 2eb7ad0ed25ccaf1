package org.yuzuri.portal.reporting.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.state.Fault;

/**
 * A transfer or a wipe that is over.
 *
 * @param kind of run, by its name
 * @param fault whose matter it was that it failed; null of one that did not
 */
public record EndedRun(
    String kind, RunState state, Instant startedAt, Instant endedAt, @Nullable Fault fault) {

  long seconds() {
    return endedAt.getEpochSecond() - startedAt.getEpochSecond();
  }

  boolean succeeded() {
    return state == RunState.SUCCEEDED;
  }
}
