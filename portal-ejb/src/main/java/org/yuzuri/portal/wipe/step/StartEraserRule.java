package org.yuzuri.portal.wipe.step;

import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;

/**
 * The eraser is put in place, and the server boots it. It was confirmed off when it was cut off:
 * found on, it may have run the tenant's own system since.
 */
final class StartEraserRule implements StepRule<Situation> {

  @Override
  public void begins(Situation now, Cause cause) {
    now.happened(ServerEvent.WIPE, cause);
  }

  @Override
  public StepVerdict look(Situation now) {
    return now.endsStarted(
        now.pursue(WipeSteps.startEraser(now), Sequence.ONE_BY_ONE), WipeSteps.START, "");
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.LENDER;
  }
}
