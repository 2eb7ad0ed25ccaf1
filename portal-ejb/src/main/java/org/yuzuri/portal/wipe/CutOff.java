package org.yuzuri.portal.wipe;

import java.util.List;
import java.util.function.Supplier;
import org.yuzuri.portal.errand.CommandHeader;
import org.yuzuri.portal.errand.ErrandPlan;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.value.BootDevice;
import org.yuzuri.wire.value.PowerState;
import org.yuzuri.wire.value.TunnelPurpose;

/** The wishes that cut a server off: from its power, from both firewalls, from its tunnels. */
final class CutOff {

  /** What the lender's own site does; nothing is erased or released without it. */
  static List<ErrandPlan> atLender(Server server, long agentId) {
    return List.of(
        new ErrandPlan("POWER_OFF", agentId, Fault.HARDWARE, header -> powerOff(server, header)),
        new ErrandPlan("NO_BOOT", agentId, Fault.LENDER, header -> noBoot(server, header)),
        new ErrandPlan("LENDER_NO_GRANTS", agentId, Fault.LENDER, CutOff::noGrants));
  }

  /**
   * What the tenant's gateway does. The revocation list makes it end tunnels on its own, too.
   *
   * @param revoke revokes the lease's certificates and gives the list; called when it is sent
   */
  static List<ErrandPlan> atGateway(long agentId, Supplier<String> revoke) {
    return List.of(
        new ErrandPlan(
            "REVOCATIONS", agentId, Fault.TENANT, header -> revoked(revoke.get(), header)),
        new ErrandPlan(
            "NO_INSTALL_TUNNEL",
            agentId,
            Fault.TENANT,
            header -> noTunnel(TunnelPurpose.INSTALL, header)),
        new ErrandPlan(
            "NO_PRODUCTION_TUNNEL",
            agentId,
            Fault.TENANT,
            header -> noTunnel(TunnelPurpose.PRODUCTION, header)),
        new ErrandPlan("GATEWAY_NO_GRANTS", agentId, Fault.TENANT, CutOff::noGrants));
  }

  static EnsurePower powerOff(Server server, CommandHeader header) {
    return new EnsurePower(
        header.id(),
        header.notAfter(),
        header.fence(),
        server.bmc(),
        PowerState.OFF,
        BootDevice.UNCHANGED,
        server.bootMode());
  }

  static EnsureNoBoot noBoot(Server server, CommandHeader header) {
    return new EnsureNoBoot(header.id(), header.notAfter(), header.fence(), server.mac());
  }

  private static EnsureGrants noGrants(CommandHeader header) {
    return new EnsureGrants(header.id(), header.notAfter(), header.fence(), List.of());
  }

  private static EnsureNoTunnel noTunnel(TunnelPurpose purpose, CommandHeader header) {
    return new EnsureNoTunnel(header.id(), header.notAfter(), header.fence(), purpose);
  }

  private static EnsureRevocations revoked(String crl, CommandHeader header) {
    return new EnsureRevocations(header.id(), header.notAfter(), header.fence(), crl);
  }

  private CutOff() {}
}
