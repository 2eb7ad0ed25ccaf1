package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.site.GatewayFacts;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * The tenant's gateway takes the tunnel of the installation. Meanwhile the lender prepares the
 * boot: neither needs the other, and the server is off until both are done.
 */
final class PreflightStep implements StepRule {

  @Override
  public StepVerdict look(Situation now) {
    GatewayFacts gateway = now.gateway();
    if (!now.surroundings().isOnline(gateway.agentId())) {
      return new StepVerdict.Waits("GATEWAY_ONLINE", null);
    }
    StageStep.begin(now);
    Commands commands = new Commands(now);
    GrantSets grants = GrantSets.of(now.transfer(), now.lease(), now.server(), gateway);
    return now.ends(
        now.pursue(
            List.of(
                commands.tunnel(TunnelPurpose.INSTALL),
                commands.gatewayGrants("GATEWAY_INSTALL_GRANTS", grants.gatewayInstall())),
            Order.TOGETHER),
        gateway.identity());
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.TENANT;
  }
}
