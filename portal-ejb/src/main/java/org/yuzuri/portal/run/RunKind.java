package org.yuzuri.portal.run;

import java.util.List;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventSubject;

/**
 * One kind of run: a list of steps, and what its ends mean for its server and its lease. A bean;
 * the engine finds each by its name.
 *
 * @param <S> what its steps see
 */
public interface RunKind<S extends Situation> {

  /** Stored with each run; at most 20 characters. */
  String name();

  /** Every step that a run of this kind can take, in their order. */
  List<Step<S>> steps();

  /** What a step of the run sees at one moment. */
  S situation(Moment moment);

  /** Whose history its changes are, and whose pages look again. */
  EventSubject subject(Run run);

  /** Why the run's last change was a good one; text {@code reason.CODE}. */
  String successCode(Run run);

  /** What it means that the server says it has failed. */
  StepVerdict.Fails serverFailed(Run run, String message);

  /** Its last step succeeded. */
  void succeeded(S now, Cause cause);

  /** A step failed or passed its hard limit. */
  void failed(S now, Cause cause);

  /** Somebody called it off. */
  default void cancelled(S now, Cause cause) {}
}
