package org.yuzuri.gateway;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.gateway.tunnel.StrongSwan;
import org.yuzuri.gateway.tunnel.SwanctlDirectory;
import org.yuzuri.gateway.tunnel.TunnelMemory;
import org.yuzuri.gateway.tunnel.TunnelWatch;
import org.yuzuri.gateway.tunnel.Tunnels;
import org.yuzuri.host.HostPrograms;
import org.yuzuri.host.command.CommandHandlers;
import org.yuzuri.host.command.Pause;
import org.yuzuri.host.daemon.DaemonWork;
import org.yuzuri.host.daemon.Skeleton;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.wire.call.TrustAnswer;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsureReachable;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.command.GatewayCommand;
import org.yuzuri.wire.value.Hold;

/**
 * What the daemon at a tenant's edge does: tunnels and grants of leased servers. Tunnels outlive
 * it: closing it ends none.
 */
final class TenantGateway implements DaemonWork {
  private static final Logger log = LoggerFactory.getLogger(TenantGateway.class);

  private final GatewayConfig config;
  private final Skeleton skeleton;
  private final SwanctlDirectory files;
  private final TunnelMemory memory;
  private final TunnelWatch watch;
  private final Tunnels tunnels;

  TenantGateway(GatewayConfig config, Skeleton skeleton) {
    this.config = config;
    this.skeleton = skeleton;
    this.files = new SwanctlDirectory(config.swanctlDirectory());
    put(skeleton.identity());
    StrongSwan strongSwan =
        new StrongSwan(
            skeleton.processes(), new HostPrograms(), config.swanctlDirectory(), config.vici());
    this.memory = new TunnelMemory(config.daemon().stateDirectory());
    this.watch = new TunnelWatch(strongSwan, files, memory, skeleton.reports(), skeleton.clock());
    this.tunnels =
        new Tunnels(
            strongSwan,
            files,
            memory,
            watch,
            config.outsideAddress(),
            skeleton.clock(),
            Pause::sleep);
  }

  private void put(DaemonIdentity identity) {
    files.putIdentity(
        identity.ipsecKeyFile(), identity.ipsecCertificateFile(), identity.ipsecTrustFile());
  }

  @Override
  public CommandHandlers handlers() {
    return handlers(skeleton.grants(), tunnels, new ManagementPort(skeleton.clock(), Pause::sleep));
  }

  static CommandHandlers handlers(GrantsHandler grants, Tunnels tunnels, ManagementPort port) {
    return CommandHandlers.of(GatewayCommand.class)
        .on(EnsureGrants.class, grants::handle)
        .on(EnsureTunnel.class, tunnels::handle)
        .on(EnsureNoTunnel.class, tunnels::handle)
        .on(EnsureRevocations.class, tunnels::handle)
        .on(EnsureReachable.class, port::handle)
        .build();
  }

  @Override
  public void start() {
    watch.start();
    log.info("taking tunnels at {}", config.outsideAddress());
  }

  @Override
  public Map<String, String> facts() {
    return watch.facts();
  }

  @Override
  public Map<Long, Set<Hold>> holds() {
    return memory.servers().stream()
        .collect(Collectors.toMap(Function.identity(), server -> Set.of(Hold.TUNNEL)));
  }

  @Override
  public void renewed(DaemonIdentity identity) {
    put(identity);
    watch.loadAgain();
  }

  @Override
  public void learned(TrustAnswer trust) {
    tunnels.believe(
        Objects.requireNonNull(trust.ipsecTrust(), "ipsecTrust"),
        Objects.requireNonNull(trust.ipsecRevocations(), "ipsecRevocations"));
  }

  @Override
  public void close() {
    watch.close();
  }
}
