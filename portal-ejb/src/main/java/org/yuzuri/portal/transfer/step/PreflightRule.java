package org.yuzuri.portal.transfer.step;

import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.site.gateway.GatewayFacts;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * The tenant's gateway takes the tunnel of the installation. Meanwhile the lender prepares the
 * boot: neither needs the other, and the server is off until both are done.
 */
final class PreflightRule implements StepRule<TransferSituation> {

  @Override
  public StepVerdict look(TransferSituation now) {
    GatewayFacts gateway = now.gateway();
    if (!now.surroundings().isOnline(gateway.agentId())) {
      return new StepVerdict.Waits("GATEWAY_ONLINE", null);
    }
    Instant endOfStage = now.hardLimit().plus(TransferSteps.hardLimit(StepName.STAGE));
    now.pursue(TransferSteps.stage(now), Sequence.TOGETHER, endOfStage);
    TransferWishes wishes = now.transferWishes();
    return now.ends(
        now.pursue(
            List.of(
                wishes.tunnel(TunnelPurpose.INSTALL),
                wishes.gatewayGrants("GATEWAY_INSTALL_GRANTS", now.grants().gatewayInstall())),
            Sequence.TOGETHER),
        gateway.identity());
  }

  @Override
  public Fault faultWhenTooSlow(TransferSituation now) {
    return TransferFailure.GATEWAY_NOT_READY.fault();
  }
}
