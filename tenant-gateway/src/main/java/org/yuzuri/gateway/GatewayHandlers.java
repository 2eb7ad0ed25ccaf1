package org.yuzuri.gateway;

import org.yuzuri.gateway.tunnel.Tunnels;
import org.yuzuri.host.command.RefusingHandlers;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsureReachable;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.report.CommandOutcome;

/** The commands that are for a gateway. */
final class GatewayHandlers extends RefusingHandlers {
  private final GrantsHandler grants;
  private final Tunnels tunnels;
  private final ManagementPort managementPort;

  GatewayHandlers(GrantsHandler grants, Tunnels tunnels, ManagementPort managementPort) {
    this.grants = grants;
    this.tunnels = tunnels;
    this.managementPort = managementPort;
  }

  @Override
  public CommandOutcome ensureGrants(EnsureGrants command) {
    return grants.handle(command);
  }

  @Override
  public CommandOutcome ensureTunnel(EnsureTunnel command) {
    return tunnels.handle(command);
  }

  @Override
  public CommandOutcome ensureNoTunnel(EnsureNoTunnel command) {
    return tunnels.handle(command);
  }

  @Override
  public CommandOutcome ensureRevocations(EnsureRevocations command) {
    return tunnels.handle(command);
  }

  @Override
  public CommandOutcome ensureReachable(EnsureReachable command) {
    return managementPort.handle(command);
  }
}
