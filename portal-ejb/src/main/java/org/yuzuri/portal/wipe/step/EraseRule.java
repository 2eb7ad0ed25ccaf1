package org.yuzuri.portal.wipe.step;

import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.rule.ListenRule;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.state.Fault;

/** The eraser is listened to, for as long as the server's disks need. */
final class EraseRule implements StepRule<Situation> {

  private final ListenRule<Situation> listening =
      new ListenRule<>(WipeSteps.ALL_DISKS_PROVEN, Fault.LENDER, Fault.HARDWARE, "ERASER_SILENT");

  @Override
  public StepVerdict look(Situation now) {
    return listening.look(now);
  }

  @Override
  public Limits limits(Limits planned, Server server) {
    return ErasingTime.of(server);
  }

  @Override
  public boolean listens() {
    return listening.listens();
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return listening.faultWhenTooSlow(now);
  }
}
