package org.yuzuri.portal.wipe.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.yuzuri.portal.errand.CommandHeader;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.errand.Progress;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * The server is cut off: from its network, from its power, from both firewalls, from its tunnels. A
 * tenant cannot hold up its own cut-off: without power and grants there is nothing to reach.
 */
final class CutOffRule implements StepRule<Situation> {

  /** A gateway that does not confirm within this time is not waited for any longer. */
  private static final Duration GATEWAY_PATIENCE = Duration.ofMinutes(1);

  @Override
  public StepVerdict look(Situation now) {
    Instant late = now.now().plus(WipeSteps.CLEAN_UP);
    Progress atLender = now.pursue(atLender(now), Sequence.TOGETHER, late);
    if (WipeSteps.isOfNoLease(now)) {
      return now.ends(atLender, "CUT_OFF");
    }
    Progress atGateway = now.pursue(atGateway(now), Sequence.TOGETHER, late);
    if (!(atLender instanceof Progress.AllDone)) {
      return now.ends(atLender, "");
    }
    if (atGateway instanceof Progress.AllDone) {
      return new StepVerdict.Done("CUT_OFF");
    }
    Instant patience = now.run().current().begunAt().plus(GATEWAY_PATIENCE);
    return now.now().isBefore(patience)
        ? new StepVerdict.Waits("GATEWAY_CUT_OFF", patience)
        : new StepVerdict.Done("CUT_OFF_WITHOUT_GATEWAY");
  }

  /** What the lender's own site does; nothing is erased or released without it. */
  private static List<Wish> atLender(Situation now) {
    return List.of(
        now.wishes().portClosed("PORT_CLOSED"),
        now.wishes().powerOff("POWER_OFF"),
        now.wishes().noBoot("NO_BOOT"),
        new Wish("LENDER_NO_GRANTS", now.lenderAgent(), Fault.LENDER, CutOffRule::noGrants));
  }

  /** What the tenant's gateway does. The revocation list makes it end tunnels by itself, too. */
  private static List<Wish> atGateway(Situation now) {
    return List.of(
        ofGateway("REVOCATIONS", now, header -> revoked(now, header)),
        ofGateway("NO_INSTALL_TUNNEL", now, header -> noTunnel(TunnelPurpose.INSTALL, header)),
        ofGateway(
            "NO_PRODUCTION_TUNNEL", now, header -> noTunnel(TunnelPurpose.PRODUCTION, header)),
        ofGateway("GATEWAY_NO_GRANTS", now, CutOffRule::noGrants));
  }

  private static Wish ofGateway(
      String name, Situation now, Function<CommandHeader, AgentCommand> command) {
    return new Wish(name, now.gateway().agentId(), Fault.TENANT, command);
  }

  private static EnsureGrants noGrants(CommandHeader header) {
    return new EnsureGrants(header.id(), header.notAfter(), header.fence(), List.of());
  }

  private static EnsureNoTunnel noTunnel(TunnelPurpose purpose, CommandHeader header) {
    return new EnsureNoTunnel(header.id(), header.notAfter(), header.fence(), purpose);
  }

  private static EnsureRevocations revoked(Situation now, CommandHeader header) {
    String list = now.surroundings().revokeCertificates(now.lease());
    return new EnsureRevocations(header.id(), header.notAfter(), header.fence(), list);
  }

  @Override
  public void succeeded(Situation now, Cause cause) {
    Cause how = Cause.of(cause.actor(), cause.at(), now.run().current().message());
    now.happened(ServerEvent.CUT_OFF_CONFIRMED, how);
    WipeSteps.happened(now, LeaseEvent.CUT_OFF, how);
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return Fault.LENDER;
  }
}
