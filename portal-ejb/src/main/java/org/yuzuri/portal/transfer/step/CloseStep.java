package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.errand.ErrandRunner.Order;
import org.yuzuri.portal.state.Fault;

/** What was open for the installation alone is closed on both sides. */
final class CloseStep implements StepRule {

  @Override
  public StepVerdict look(Situation now) {
    Commands commands = new Commands(now);
    GrantSets grants = GrantSets.of(now.transfer(), now.lease(), now.server(), now.gateway());
    return now.ends(
        now.pursue(
            List.of(
                commands.grants(
                    "LENDER_PRODUCTION_GRANTS", now.lenderAgent(), grants.lenderProduction()),
                commands.grants(
                    "GATEWAY_PRODUCTION_GRANTS",
                    now.gateway().agentId(),
                    grants.gatewayProduction())),
            Order.TOGETHER),
        now.lease().virtualAddress().text());
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.LENDER;
  }
}
