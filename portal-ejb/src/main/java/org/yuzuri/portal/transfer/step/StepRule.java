package org.yuzuri.portal.transfer.step;

import org.yuzuri.portal.state.Fault;

/**
 * How one step is brought about and judged. Looks at what is known, sends what was not sent, and
 * says how far it is; called again and again until the step ends.
 */
public interface StepRule {

  /** One look. */
  StepVerdict look(Situation situation);

  /** Whose matter it is when the hard limit passes. */
  Fault faultWhenTooSlow(Situation situation);
}
