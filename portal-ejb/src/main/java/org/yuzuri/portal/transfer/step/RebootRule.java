package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;

/** The network boot and the tunnel of the installation are withdrawn while the server reboots. */
final class RebootRule implements StepRule<TransferSituation> {

  @Override
  public void begins(TransferSituation now, Cause cause) {
    now.transfer().killToken();
  }

  @Override
  public StepVerdict look(TransferSituation now) {
    return now.ends(
        now.pursue(
            List.of(now.wishes().noBoot("NO_BOOT"), now.transferWishes().noInstallTunnel()),
            Sequence.TOGETHER),
        "");
  }

  @Override
  public Fault faultWhenTooSlow(TransferSituation now) {
    return TransferFailure.BOOT_NOT_WITHDRAWN.fault();
  }
}
