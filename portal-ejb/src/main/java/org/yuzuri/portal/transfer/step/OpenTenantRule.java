package org.yuzuri.portal.transfer.step;

import java.util.Optional;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;

/**
 * A step that goes on only while the tenant is not suspended. An installation that has its settings
 * already is brought to its end: it gets nothing more of the datacenter's.
 */
final class OpenTenantRule implements StepRule<TransferSituation> {

  private final StepRule<TransferSituation> step;

  OpenTenantRule(StepRule<TransferSituation> step) {
    this.step = step;
  }

  @Override
  public StepVerdict look(TransferSituation now) {
    Optional<String> why =
        now.hasSeen(Evidence.SETTINGS_SERVED)
            ? Optional.empty()
            : now.surroundings().suspension(now.lease().tenantId());
    return why.<StepVerdict>map(
            reason ->
                new StepVerdict.Fails(
                    TransferFailure.TENANT_SUSPENDED.fault(), TransferFailure.SUSPENDED, reason))
        .orElseGet(() -> step.look(now));
  }

  @Override
  public void begins(TransferSituation now, Cause cause) {
    step.begins(now, cause);
  }

  @Override
  public void succeeded(TransferSituation now, Cause cause) {
    step.succeeded(now, cause);
  }

  @Override
  public Limits limits(Limits planned, Server server) {
    return step.limits(planned, server);
  }

  @Override
  public boolean listens() {
    return step.listens();
  }

  @Override
  public Fault faultWhenTooSlow(TransferSituation now) {
    return step.faultWhenTooSlow(now);
  }
}
