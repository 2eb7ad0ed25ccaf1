package org.yuzuri.portal.run.step;

import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;

/**
 * How one step is brought about and judged.
 *
 * @param <S> what it sees and works with
 */
public interface StepRule<S> {

  /** What has to happen in the moment in which the step's turn comes. */
  default void begins(S now, Cause cause) {}

  /**
   * One look: sends what was not sent, and says how far it is. Called again and again until the
   * step ends.
   */
  StepVerdict look(S now);

  /** What has to happen in the moment in which the step has succeeded. */
  default void succeeded(S now, Cause cause) {}

  /**
   * How long the step may take with this server, where that differs from server to server.
   *
   * @param planned what the kind of run says
   */
  default Limits limits(Limits planned, Server server) {
    return planned;
  }

  /** Whether the server is expected to speak all the while. */
  default boolean listens() {
    return false;
  }

  /** Whose matter it is when the hard limit passes, unless one daemon was waited for. */
  Fault faultWhenTooSlow(S now);
}
