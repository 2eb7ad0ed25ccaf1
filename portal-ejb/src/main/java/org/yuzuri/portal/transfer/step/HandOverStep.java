package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.site.GatewayFacts;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.wire.value.TunnelPurpose;

/** The installed system builds its own tunnel, and its tenant's side reaches it there. */
final class HandOverStep implements StepRule {

  @Override
  public StepVerdict look(Situation now) {
    Commands commands = new Commands(now);
    GatewayFacts gateway = now.gateway();
    GrantSets grants = GrantSets.of(now.transfer(), now.lease(), now.server(), gateway);
    StepVerdict ready =
        now.ends(
            now.pursue(
                List.of(
                    commands.tunnel(TunnelPurpose.PRODUCTION),
                    commands.gatewayGrants("GATEWAY_ALL_GRANTS", grants.gatewayBoth())),
                Order.TOGETHER),
            "");
    if (!(ready instanceof StepVerdict.Done)) {
      return ready;
    }
    if (!now.transfer().hasSeen(Evidence.PRODUCTION_TUNNEL_UP)) {
      return new StepVerdict.Waits(Evidence.PRODUCTION_TUNNEL_UP.name(), null);
    }
    return now.ends(
        now.pursue(List.of(commands.reachable()), Order.TOGETHER),
        now.lease().virtualAddress() + ":" + gateway.managementPort());
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return now.transfer().hasSeen(Evidence.PRODUCTION_TUNNEL_UP) ? Fault.TENANT : Fault.UNKNOWN;
  }
}
