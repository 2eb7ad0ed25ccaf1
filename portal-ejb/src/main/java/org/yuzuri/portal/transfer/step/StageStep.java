package org.yuzuri.portal.transfer.step;

import java.time.Duration;
import java.util.List;
import org.yuzuri.portal.errand.ErrandPlan;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.StepLimits;
import org.yuzuri.portal.transfer.StepName;

/** Boot files, DHCP entry and the lender's grants. */
final class StageStep implements StepRule {

  /** Sends the step's wishes while the step before is the current one; judged when it is not. */
  static void begin(Situation now) {
    Duration ownTime = StepLimits.of(StepName.STAGE).hard();
    now.pursue(wishes(now), Order.TOGETHER, now.transfer().current().hardLimit().plus(ownTime));
  }

  @Override
  public StepVerdict look(Situation now) {
    return now.ends(now.pursue(wishes(now), Order.TOGETHER), "BOOT_FILES");
  }

  private static List<ErrandPlan> wishes(Situation now) {
    Commands commands = new Commands(now);
    GrantSets grants = GrantSets.of(now.transfer(), now.lease(), now.server(), now.gateway());
    return List.of(
        commands.boot(), commands.lenderGrants("LENDER_INSTALL_GRANTS", grants.lenderInstall()));
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.LENDER;
  }
}
