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
                commands.lenderGrants("LENDER_PRODUCTION_GRANTS", grants.lenderProduction()),
                commands.gatewayGrants("GATEWAY_PRODUCTION_GRANTS", grants.gatewayProduction())),
            Order.TOGETHER),
        now.lease().virtualAddress().text());
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.LENDER;
  }
}
