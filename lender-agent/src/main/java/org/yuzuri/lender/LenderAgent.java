package org.yuzuri.lender;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.HostPrograms;
import org.yuzuri.host.command.CommandHandlers;
import org.yuzuri.host.command.Pause;
import org.yuzuri.host.daemon.DaemonWork;
import org.yuzuri.host.daemon.Skeleton;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.lender.bmc.BmcDrivers;
import org.yuzuri.lender.bmc.CipherSuites;
import org.yuzuri.lender.bmc.PowerHandler;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.lender.boot.ActiveBoots;
import org.yuzuri.lender.boot.BootHandler;
import org.yuzuri.lender.boot.CacheRoom;
import org.yuzuri.lender.boot.DeadTokens;
import org.yuzuri.lender.boot.FileCache;
import org.yuzuri.lender.boot.FileDownload;
import org.yuzuri.lender.console.ConsoleDrivers;
import org.yuzuri.lender.console.ConsoleWatch;
import org.yuzuri.lender.dhcp.DnsmasqDirectory;
import org.yuzuri.lender.dhcp.DnsmasqSignal;
import org.yuzuri.lender.http.BootEndpoints;
import org.yuzuri.lender.http.BootServer;
import org.yuzuri.lender.http.Relay;
import org.yuzuri.lender.http.guard.BootReports;
import org.yuzuri.lender.http.guard.Neighbours;
import org.yuzuri.lender.http.guard.SignatureGuard;
import org.yuzuri.lender.http.guard.StageGate;
import org.yuzuri.lender.http.guard.TokenGuard;
import org.yuzuri.lender.port.BootNetworkWatch;
import org.yuzuri.lender.port.LinuxBridge;
import org.yuzuri.lender.port.PortHandler;
import org.yuzuri.lender.probe.PortProbes;
import org.yuzuri.lender.traffic.TrafficMeter;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.LenderCommand;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Hold;

/**
 * What the daemon at the lender's site does: network boot, power, ports and grants of leased
 * servers.
 */
final class LenderAgent implements DaemonWork {

  private static final Logger log = LoggerFactory.getLogger(LenderAgent.class);
  private static final long BYTES_PER_GIB = 1L << 30;
  private static final Duration LONGEST_STALL = Duration.ofSeconds(20);
  private static final Path NEIGHBOUR_TABLE = Path.of("/proc/net/arp");

  private final LenderConfig config;
  private final Skeleton skeleton;
  private final CipherSuites suites = new CipherSuites();
  private final DeadTokens deadTokens;
  private final ActiveBoots boots;
  private final ConsoleWatch consoles;
  private final BootHandler bootHandler;
  private final PortProbes probes;
  private final BootServer bootServer;
  private final PortHandler ports;
  private final BootNetworkWatch watch;
  private final TrafficMeter traffic;

  LenderAgent(LenderConfig config, Skeleton skeleton) {
    this.config = config;
    this.skeleton = skeleton;
    this.deadTokens = new DeadTokens(state("dead-tokens"));
    this.boots = new ActiveBoots(state("boots"), deadTokens);
    BootReports bootReports = new BootReports(skeleton.reports(), skeleton.clock());
    this.watch = watch(bootReports);
    this.consoles =
        new ConsoleWatch(
            new ConsoleDrivers(skeleton.processes(), new HostPrograms(), suites)::open,
            watch.before(skeleton.reports()),
            skeleton.clock());
    this.bootHandler = bootHandler();
    this.probes =
        new PortProbes(config.bootInterface(), config.bootAddress(), skeleton.processes());
    this.bootServer = bootServer(bootReports);
    this.ports =
        new PortHandler(
            new LinuxBridge(config.bootInterface(), skeleton.processes(), state("ports")));
    this.traffic =
        new TrafficMeter(
            config.bootInterface(),
            skeleton.processes(),
            state("traffic"),
            skeleton.reports(),
            skeleton.clock());
  }

  private BootHandler bootHandler() {
    FileCache cache =
        new FileCache(
            state("files"),
            new FileDownload(skeleton.portal()::file, LONGEST_STALL, Pause::sleep),
            new CacheRoom(config.cacheGib() * BYTES_PER_GIB, boots::filesInUse));
    DnsmasqDirectory dnsmasq =
        new DnsmasqDirectory(
            config.dnsmasqDirectory(),
            new DnsmasqSignal(config.dnsmasqPidFile(), skeleton.processes()));
    BootHandler.Place place =
        new BootHandler.Place(
            config.overlayDirectory(), state("boots"), config.bootAddress(), config.bootUrl());
    return new BootHandler(
        place, cache, boots, dnsmasq, consoles, skeleton.pending(), skeleton.clock());
  }

  /** Every server that may boot is in danger of what is seen while it may. */
  private BootNetworkWatch watch(BootReports bootReports) {
    return new BootNetworkWatch(
        skeleton.processes(),
        config.bootInterface(),
        config.bootAddress(),
        () -> boots.list().stream().map(ActiveBoot::fence).collect(Collectors.toSet()),
        (boot, what, who) -> warn(bootReports, boot, what, who));
  }

  private static void warn(BootReports reports, Fence boot, TokenMisuse what, String who) {
    if (reports.misuse(boot, what, who)) {
      log.warn(
          "boot of server={} lease={} is in danger: {} by {}",
          boot.serverId(),
          boot.leaseId(),
          what,
          who);
    }
  }

  private BootServer bootServer(BootReports bootReports) {
    Neighbours neighbours = new Neighbours(NEIGHBOUR_TABLE, config.bootInterface());
    TokenGuard guard = new TokenGuard(boots, deadTokens, neighbours, bootReports, skeleton.clock());
    StageGate stages = new StageGate(boots.stages(), bootReports, skeleton.clock());
    Relay relay = new Relay(Relay.Portal.of(skeleton.portal()), bootReports);
    SignatureGuard signatures =
        new SignatureGuard(state("signed"), consoles::hasShown, bootReports);
    return new BootServer(
        config.bootAddress(),
        config.bootPort(),
        new BootEndpoints(
            config.bootUrl(),
            guard,
            stages,
            bootReports,
            relay,
            signatures,
            consoles::hasShown,
            probes));
  }

  private Path state(String name) {
    return config.daemon().stateDirectory().resolve(name);
  }

  @Override
  public CommandHandlers handlers() {
    PowerHandler power =
        new PowerHandler(
            new BmcDrivers(skeleton.processes(), suites)::open,
            state("power-found"),
            skeleton.clock(),
            Pause::sleep);
    return handlers(bootHandler, watch, probes, power, ports, traffic, skeleton.grants());
  }

  static CommandHandlers handlers(
      BootHandler boot,
      BootNetworkWatch watch,
      PortProbes probes,
      PowerHandler power,
      PortHandler ports,
      TrafficMeter traffic,
      GrantsHandler grants) {
    return CommandHandlers.of(LenderCommand.class)
        .on(
            EnsureBoot.class,
            command -> {
              // What was said until now is nothing to this boot.
              watch.look();
              return boot.ensure(command);
            })
        .on(
            EnsureNoBoot.class,
            command -> {
              CommandOutcome outcome = boot.ensureNone(command);
              probes.end(command.mac());
              traffic.bootIsOver(command.fence().serverId());
              return outcome;
            })
        .on(EnsurePower.class, power::handle)
        .on(EnsureFreshStart.class, power::startAfresh)
        .on(
            EnsurePort.class,
            command -> {
              // Closed first: what is read then is the last.
              CommandOutcome outcome = ports.handle(command);
              traffic.portIs(command);
              return outcome;
            })
        .on(EnsureGrants.class, grants::handle)
        .build();
  }

  @Override
  public void start() {
    ports.restore();
    probes.restore();
    bootHandler.restore();
    bootServer.start();
    watch.start();
    traffic.start();
    log.info("serving {}", config.bootUrl());
  }

  @Override
  public Map<String, String> facts() {
    return Map.of("bootUrl", config.bootUrl(), "activeBoots", String.valueOf(boots.list().size()));
  }

  @Override
  public void forgetOld(Instant now) {
    deadTokens.forgetOld(now);
  }

  @Override
  public Map<Long, Set<Hold>> holds() {
    return boots.list().stream()
        .map(boot -> boot.fence().serverId())
        .distinct()
        .collect(Collectors.toMap(Function.identity(), server -> Set.of(Hold.BOOT)));
  }

  @Override
  public void close() {
    traffic.close();
    watch.close();
    bootServer.close();
    consoles.close();
  }
}
