package org.yuzuri.portal.run.rule;

import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Fault;

/** A step of the portal's own that was done in the transaction in which the run began. */
public record PortalRule<S extends Situation>() implements StepRule<S> {

  @Override
  public StepVerdict look(S now) {
    return new StepVerdict.Done("");
  }

  @Override
  public Fault faultWhenTooSlow(S now) {
    return Fault.LENDER;
  }
}
