package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.state.Fault;

/** The network boot and the tunnel of the installation are withdrawn while the server reboots. */
final class RebootStep implements StepRule {

  @Override
  public StepVerdict look(Situation now) {
    Commands commands = new Commands(now);
    return now.ends(
        now.pursue(List.of(commands.noBoot(), commands.noInstallTunnel()), Order.TOGETHER), "");
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.LENDER;
  }
}
