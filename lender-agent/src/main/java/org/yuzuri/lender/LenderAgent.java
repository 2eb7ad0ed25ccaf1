package org.yuzuri.lender;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandJournal;
import org.yuzuri.host.command.CommandLoop;
import org.yuzuri.host.command.FenceFiles;
import org.yuzuri.host.command.PendingCommands;
import org.yuzuri.host.command.StatusTimer;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.host.firewall.Site;
import org.yuzuri.host.portal.DaemonIdentity;
import org.yuzuri.host.portal.PortalClient;
import org.yuzuri.host.portal.Renewal;
import org.yuzuri.host.portal.ReportSink;
import org.yuzuri.host.portal.ReportSpool;
import org.yuzuri.lender.bmc.BmcDrivers;
import org.yuzuri.lender.bmc.PowerHandler;
import org.yuzuri.lender.boot.ActiveBoots;
import org.yuzuri.lender.boot.BootHandler;
import org.yuzuri.lender.boot.CacheRoom;
import org.yuzuri.lender.boot.DeadTokens;
import org.yuzuri.lender.boot.FileCache;
import org.yuzuri.lender.boot.FileDownload;
import org.yuzuri.lender.dhcp.DnsmasqDirectory;
import org.yuzuri.lender.dhcp.DnsmasqSignal;
import org.yuzuri.lender.http.BootEndpoints;
import org.yuzuri.lender.http.BootReports;
import org.yuzuri.lender.http.BootServer;
import org.yuzuri.lender.http.Neighbours;
import org.yuzuri.lender.http.Relay;
import org.yuzuri.lender.http.TokenGuard;
import org.yuzuri.wire.value.DaemonKind;

/** The agent's parts, put together. */
final class LenderAgent implements AutoCloseable {

  private static final long BYTES_PER_GIB = 1L << 30;
  private static final Duration LONGEST_STALL = Duration.ofSeconds(20);
  private static final Path NEIGHBOUR_TABLE = Path.of("/proc/net/arp");

  private final Clock clock = Clock.systemUTC();
  private final Processes processes = new HostProcesses();
  private final PendingCommands pending = new PendingCommands();
  private final LenderConfig config;
  private final Path state;
  private final String version;
  private final ReportSink reports;
  private final ActiveBoots boots;
  private final BootHandler bootHandler;
  private final BootServer bootServer;
  private final CommandLoop commands;
  private final Renewal renewal;
  private @Nullable StatusTimer status;

  LenderAgent(LenderConfig config, DaemonIdentity identity, Firewall firewall, String version) {
    this.config = config;
    this.state = config.daemon().stateDirectory();
    this.version = version;
    PortalClient portal =
        PortalClient.identified(config.daemon().portal(), config.daemon().trust(), identity);
    this.reports = new ReportSink(new ReportSpool(state.resolve("reports")), portal);
    DeadTokens deadTokens = new DeadTokens(state.resolve("dead-tokens"), clock.instant());
    this.boots = new ActiveBoots(state.resolve("boots"), deadTokens);
    this.bootHandler = bootHandler(portal);
    this.bootServer = bootServer(portal, deadTokens);
    this.commands = commandLoop(portal, firewall);
    this.renewal =
        new Renewal(
            config.daemon(), DaemonKind.LENDER_AGENT, identity, portal, renewed -> {}, clock);
  }

  /** The lender's firewall, closed but for the grants remembered. */
  static Firewall firewall(LenderConfig config) {
    Site site = Site.lender(config.bootInterface(), config.bootAddress(), config.bootPort());
    Path state = AtomicFiles.privateDirectory(config.daemon().stateDirectory());
    return new Firewall(site, new HostProcesses(), state, Clock.systemUTC());
  }

  private BootHandler bootHandler(PortalClient portal) {
    FileCache cache =
        new FileCache(
            state.resolve("files"),
            new FileDownload(portal::file, LONGEST_STALL),
            new CacheRoom(config.cacheGib() * BYTES_PER_GIB, boots::filesInUse));
    DnsmasqDirectory dnsmasq =
        new DnsmasqDirectory(
            config.dnsmasqDirectory(), new DnsmasqSignal(config.dnsmasqPidFile(), processes));
    BootHandler.Site site =
        new BootHandler.Site(
            config.overlayDirectory(),
            state.resolve("boots"),
            config.bootAddress(),
            config.bootUrl());
    return new BootHandler(site, cache, boots, dnsmasq, pending, clock);
  }

  private BootServer bootServer(PortalClient portal, DeadTokens deadTokens) {
    BootReports bootReports = new BootReports(reports::add, clock);
    Neighbours neighbours = new Neighbours(NEIGHBOUR_TABLE, config.bootInterface());
    TokenGuard guard = new TokenGuard(boots, deadTokens, neighbours, bootReports, clock);
    Relay relay = new Relay(Relay.Portal.of(portal), bootReports);
    return new BootServer(
        config.bootAddress(),
        config.bootPort(),
        new BootEndpoints(config.bootUrl(), guard, bootReports, relay));
  }

  private CommandLoop commandLoop(PortalClient portal, Firewall firewall) {
    PowerHandler power = new PowerHandler(new BmcDrivers(processes)::open, clock, Thread::sleep);
    return new CommandLoop(
        portal::commands,
        new CommandJournal(state.resolve("journal")),
        new FenceFiles(state.resolve("fences")),
        new LenderHandlers(bootHandler, power, new GrantsHandler(firewall)),
        reports::add,
        clock,
        pending);
  }

  /** Serves again what was served, then goes on with commands. */
  void start() {
    bootHandler.restore();
    bootServer.start();
    reports.start();
    commands.start();
    renewal.start();
    status = new StatusTimer(version, this::facts, reports::addIfIdle, clock);
  }

  private Map<String, String> facts() {
    return Map.of("bootUrl", config.bootUrl(), "activeBoots", String.valueOf(boots.list().size()));
  }

  @Override
  public void close() {
    if (status != null) {
      status.close();
    }
    renewal.close();
    commands.close();
    bootServer.close();
    reports.close();
  }
}
