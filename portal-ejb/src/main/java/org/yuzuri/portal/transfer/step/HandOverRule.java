package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.wire.value.TunnelPurpose;

/** The installed system builds its own tunnel, and its tenant's side reaches it there. */
final class HandOverRule implements StepRule<TransferSituation> {

  @Override
  public StepVerdict look(TransferSituation now) {
    TransferWishes wishes = now.transferWishes();
    StepVerdict ready =
        now.ends(
            now.pursue(
                List.of(
                    wishes.tunnel(TunnelPurpose.PRODUCTION),
                    wishes.gatewayGrants("GATEWAY_ALL_GRANTS", now.grants().gatewayBoth())),
                Sequence.TOGETHER),
            "");
    if (!(ready instanceof StepVerdict.Done)) {
      return ready;
    }
    if (!now.hasSeen(Evidence.PRODUCTION_TUNNEL_UP)) {
      return new StepVerdict.Waits(Evidence.PRODUCTION_TUNNEL_UP.name(), null);
    }
    return now.ends(
        now.pursue(List.of(wishes.reachable()), Sequence.TOGETHER),
        now.lease().virtualAddress() + ":" + now.gateway().managementPort());
  }

  @Override
  public Fault faultWhenTooSlow(TransferSituation now) {
    return now.hasSeen(Evidence.PRODUCTION_TUNNEL_UP)
        ? TransferFailure.NOT_REACHED.fault()
        : TransferFailure.NOT_BACK.fault();
  }
}
