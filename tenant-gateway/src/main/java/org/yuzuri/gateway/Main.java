package org.yuzuri.gateway;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.gateway.tunnel.StrongSwan;
import org.yuzuri.gateway.tunnel.SwanctlDirectory;
import org.yuzuri.gateway.tunnel.TunnelWatch;
import org.yuzuri.gateway.tunnel.Tunnels;
import org.yuzuri.host.ConfigException;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandJournal;
import org.yuzuri.host.command.CommandLoop;
import org.yuzuri.host.command.FenceFiles;
import org.yuzuri.host.command.StatusTimer;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.host.firewall.Site;
import org.yuzuri.host.portal.DaemonIdentity;
import org.yuzuri.host.portal.Enrolment;
import org.yuzuri.host.portal.PortalClient;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.host.portal.ReportSink;
import org.yuzuri.host.portal.ReportSpool;
import org.yuzuri.wire.value.DaemonKind;

/** Starts the tenant gateway: {@code java -jar tenant-gateway.jar CONFIGURATION}. */
public final class Main {
  private static final Logger log = LoggerFactory.getLogger(Main.class);
  private static final Clock CLOCK = Clock.systemUTC();

  private Main() {}

  /**
   * Runs until the process is ended.
   *
   * @param arguments one: the configuration file
   */
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length != 1) {
      log.error("usage: tenant-gateway CONFIGURATION, got {} arguments", arguments.length);
      System.exit(2);
    }
    try {
      GatewayConfig config = GatewayConfig.read(Path.of(arguments[0]));
      log.info("tenant gateway {} with {}", version(), config);
      start(config);
    } catch (ConfigException | PortalRefusedException e) {
      log.error("cannot start: {}", e.getMessage());
      System.exit(1);
    }
  }

  private static void start(GatewayConfig config) throws InterruptedException {
    Processes processes = new HostProcesses();
    Path state = config.daemon().stateDirectory();
    Firewall firewall =
        new Firewall(Site.gateway(config.outsideInterface()), processes, state, CLOCK);
    // Closed before anything else: a start after a power cut must not leave the site open.
    firewall.restore();

    DaemonIdentity identity = new Enrolment(config.daemon(), DaemonKind.TENANT_GATEWAY).ensure();
    SwanctlDirectory files = new SwanctlDirectory(config.swanctlDirectory());
    files.putIdentity(
        identity.ipsecKeyFile(), identity.ipsecCertificateFile(), identity.ipsecTrustFile());
    StrongSwan strongSwan = new StrongSwan(processes, config.swanctlDirectory(), config.vici());
    PortalClient portal =
        PortalClient.identified(config.daemon().portal(), config.daemon().trust(), identity);
    ReportSink sink = new ReportSink(new ReportSpool(state.resolve("reports")), portal);

    TunnelWatch watch = new TunnelWatch(strongSwan, files, state, sink::add, CLOCK);
    Tunnels tunnels = new Tunnels(strongSwan, files, watch, config.outsideAddress(), CLOCK);
    GatewayHandlers handlers =
        new GatewayHandlers(new GrantsHandler(firewall), tunnels, new ManagementPort(CLOCK));
    CommandLoop loop =
        new CommandLoop(
            portal::commands,
            new CommandJournal(state.resolve("journal")),
            new FenceFiles(state.resolve("fences")),
            handlers,
            sink::add,
            CLOCK);
    sink.start();
    watch.start();
    loop.start();
    StatusTimer status = new StatusTimer(version(), Map::of, sink::addIfIdle, CLOCK);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  status.close();
                  loop.close();
                  watch.close();
                  sink.close();
                }));
    log.info("agent={} started", identity.agentId());
  }

  private static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
