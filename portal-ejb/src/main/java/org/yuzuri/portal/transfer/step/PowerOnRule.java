package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;

/**
 * Started afresh from the network; a free server that is found on is nobody's of ours. From here on
 * the tenant's system may run: the server is not clean any more.
 */
final class PowerOnRule implements StepRule<TransferSituation> {

  @Override
  public void begins(TransferSituation now, Cause cause) {
    now.leases().touch(now.lease(), cause.at());
    now.happened(ServerEvent.PROVISION, cause);
  }

  @Override
  public StepVerdict look(TransferSituation now) {
    return now.endsStarted(
        now.pursue(List.of(now.wishes().freshStart("POWER_ON")), Sequence.ONE_BY_ONE),
        "POWER_ON",
        "POWER_ON");
  }

  @Override
  public Fault faultWhenTooSlow(TransferSituation now) {
    return TransferFailure.BMC_FAILED.fault();
  }
}
