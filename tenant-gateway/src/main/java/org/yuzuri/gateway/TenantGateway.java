package org.yuzuri.gateway;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.yuzuri.gateway.tunnel.StrongSwan;
import org.yuzuri.gateway.tunnel.SwanctlDirectory;
import org.yuzuri.gateway.tunnel.TunnelMemory;
import org.yuzuri.gateway.tunnel.TunnelWatch;
import org.yuzuri.gateway.tunnel.Tunnels;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.command.CommandJournal;
import org.yuzuri.host.command.CommandLoop;
import org.yuzuri.host.command.FenceFiles;
import org.yuzuri.host.command.StatusTimer;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.host.portal.DaemonIdentity;
import org.yuzuri.host.portal.PortalClient;
import org.yuzuri.host.portal.Renewal;
import org.yuzuri.host.portal.ReportSink;
import org.yuzuri.host.portal.ReportSpool;
import org.yuzuri.wire.value.DaemonKind;

/** The parts of the daemon, put together. Tunnels outlive it: closing it ends none. */
final class TenantGateway implements AutoCloseable {
  private final Clock clock = Clock.systemUTC();
  private final String version;
  private final ReportSink sink;
  private final TunnelWatch watch;
  private final CommandLoop loop;
  private final Renewal renewal;
  private @Nullable StatusTimer status;

  TenantGateway(GatewayConfig config, DaemonIdentity identity, Firewall firewall, String version) {
    this.version = version;
    Path state = config.daemon().stateDirectory();
    PortalClient portal =
        PortalClient.identified(config.daemon().portal(), config.daemon().trust(), identity);
    this.sink = new ReportSink(new ReportSpool(state.resolve("reports")), portal);
    SwanctlDirectory files = new SwanctlDirectory(config.swanctlDirectory());
    put(identity, files);
    StrongSwan strongSwan =
        new StrongSwan(new HostProcesses(), config.swanctlDirectory(), config.vici());
    TunnelMemory memory = new TunnelMemory(state);
    this.watch = new TunnelWatch(strongSwan, files, memory, sink::add, clock);
    Tunnels tunnels = new Tunnels(strongSwan, files, memory, watch, config.outsideAddress(), clock);
    this.loop =
        new CommandLoop(
            portal::commands,
            new CommandJournal(state.resolve("journal")),
            new FenceFiles(state.resolve("fences")),
            new GatewayHandlers(new GrantsHandler(firewall), tunnels, new ManagementPort(clock)),
            sink::add,
            clock);
    this.renewal =
        new Renewal(
            config.daemon(),
            DaemonKind.TENANT_GATEWAY,
            identity,
            portal,
            renewed -> {
              put(renewed, files);
              watch.loadAgain();
            },
            clock);
  }

  private static void put(DaemonIdentity identity, SwanctlDirectory files) {
    files.putIdentity(
        identity.ipsecKeyFile(), identity.ipsecCertificateFile(), identity.ipsecTrustFile());
  }

  void start() {
    sink.start();
    watch.start();
    loop.start();
    renewal.start();
    status = new StatusTimer(version, watch::facts, sink::addIfIdle, clock);
  }

  @Override
  public void close() {
    if (status != null) {
      status.close();
    }
    renewal.close();
    loop.close();
    watch.close();
    sink.close();
  }
}
