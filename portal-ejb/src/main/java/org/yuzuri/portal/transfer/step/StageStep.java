package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.state.Fault;

/** Boot files, DHCP entry and the lender's grants. */
final class StageStep implements StepRule {

  @Override
  public StepVerdict look(Situation now) {
    Commands commands = new Commands(now);
    GrantSets grants = GrantSets.of(now.transfer(), now.lease(), now.server(), now.gateway());
    return now.ends(
        now.pursue(
            List.of(
                commands.boot(),
                commands.grants(
                    "LENDER_INSTALL_GRANTS", now.lenderAgent(), grants.lenderInstall())),
            Order.TOGETHER),
        "BOOT_FILES");
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.LENDER;
  }
}
