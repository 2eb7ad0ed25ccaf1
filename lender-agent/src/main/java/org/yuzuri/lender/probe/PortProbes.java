package org.yuzuri.lender.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.Pause;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.ProbeTargets;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeResult;
import org.yuzuri.wire.probe.ProbeSight;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/**
 * The probes of the servers that are being inspected, at most one for each boot. Held in memory: a
 * server begins anew with an agent that was started meanwhile. Calls block; safe for threads.
 */
public final class PortProbes {

  private static final Logger log = LoggerFactory.getLogger(PortProbes.class);

  private final Ipv4Address agent;
  private final Supplier<MacAddress> agentMac;
  private final RandomGenerator random;
  private final ArrivalCounters counters;
  private final NeighbourWitness neighbours;
  private final BmcWitness bmcs = new BmcWitness(BmcWitness.RMCP);
  private final Map<MacAddress, Running> byServer = new ConcurrentHashMap<>();

  /** Probes at this interface of this machine, which has the address there. */
  public PortProbes(String networkInterface, Ipv4Address agent, Processes processes) {
    this(networkInterface, agent, processes, () -> mac(networkInterface), new SecureRandom());
  }

  PortProbes(
      String networkInterface,
      Ipv4Address agent,
      Processes processes,
      Supplier<MacAddress> agentMac,
      RandomGenerator random) {
    this.agent = agent;
    this.agentMac = agentMac;
    this.random = random;
    this.counters = new ArrivalCounters(new Nft(processes), networkInterface);
    this.neighbours = new NeighbourWitness(networkInterface, processes, Pause::sleep);
  }

  /** Source: the kernel's Documentation/ABI/testing/sysfs-class-net. */
  private static MacAddress mac(String networkInterface) {
    Path file = Path.of("/sys/class/net", networkInterface, "address");
    try {
      return MacAddress.of(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Takes away the counters that an earlier run has left. For the agent's start. */
  public void restore() {
    try {
      counters.clear();
    } catch (FirewallException e) {
      log.warn("no port can be probed: {}", e.getMessage());
    }
  }

  /**
   * Begins to count, from nothing.
   *
   * @return the frames that the server is to send, as a pcap file; empty when the boot asks for no
   *     probe or its probe has ended
   */
  public Optional<byte[]> begin(EnsureBoot boot) {
    Optional<ProbeTargets> targets = ProbeTargets.of(boot.facts());
    if (targets.isEmpty() || boot.purpose() != BootPurpose.INSPECT) {
      return Optional.empty();
    }
    Running running =
        byServer.compute(
            boot.mac(),
            (mac, known) ->
                known != null && known.isOf(boot) ? known : new Running(boot, targets.get()));
    return running.begin();
  }

  /**
   * Ends the counting and says what follows from it. Again: the same again.
   *
   * @return empty when no probe of this boot was begun
   */
  public Optional<PortProbe> finish(EnsureBoot boot, ProbeResult result) {
    return Optional.ofNullable(byServer.get(boot.mac()))
        .filter(running -> running.isOf(boot))
        .map(running -> running.finish(result));
  }

  /** Forgets the probe of a server whose boot has ended, and its counters. */
  public void end(MacAddress server) {
    Running running = byServer.remove(server);
    if (running != null) {
      running.close();
    }
  }

  private final class Running {

    private final EnsureBoot boot;
    private final ProbeTargets targets;
    private final Parties who;
    private @Nullable String problem;
    private @Nullable PortProbe probe;

    Running(EnsureBoot boot, ProbeTargets targets) {
      this.boot = boot;
      this.targets = targets;
      this.who = Parties.of(boot, targets, agentMac.get(), agent, random);
    }

    boolean isOf(EnsureBoot other) {
      return boot.id().equals(other.id());
    }

    synchronized Optional<byte[]> begin() {
      if (probe != null) {
        return Optional.empty();
      }
      try {
        counters.open(server(), who);
        problem = null;
      } catch (FirewallException e) {
        problem = said(e);
      }
      return Optional.of(ProbeFrames.capture(ProbeFrames.of(who)));
    }

    synchronized PortProbe finish(ProbeResult result) {
      if (probe == null) {
        Arrivals arrivals = arrivals();
        Findings findings =
            new Findings(who, arrivals, problem == null ? notSent(result) : problem);
        Set<Ipv4Address> others = neighbours.answering(Set.copyOf(targets.neighbours()));
        Set<Ipv4Address> controllers = bmcs.answering(Set.copyOf(targets.bmcs()));
        probe =
            findings.with(
                Findings.reached(
                    ProbeKind.OTHER_SERVER, targets.neighbours(), result.neighbours(), others),
                Findings.reached(ProbeKind.BMC, targets.bmcs(), result.bmcs(), controllers));
        close();
      }
      return probe;
    }

    private Arrivals arrivals() {
      if (problem != null) {
        return Arrivals.NONE;
      }
      try {
        return counters.read(server());
      } catch (FirewallException e) {
        problem = said(e);
        return Arrivals.NONE;
      }
    }

    void close() {
      try {
        counters.close(server());
      } catch (FirewallException e) {
        log.warn("counters of server={} are left: {}", server(), e.getMessage());
      }
    }

    private static @Nullable String notSent(ProbeResult result) {
      String why = result.problem();
      return why == null ? null : ProbeSight.FRAMES_NOT_SENT.said(why);
    }

    private String said(FirewallException failure) {
      log.error("frames of server={} cannot be counted", server(), failure);
      return ProbeSight.FRAMES_NOT_COUNTED.said(String.valueOf(failure.getMessage()));
    }

    private long server() {
      return boot.fence().serverId();
    }
  }
}
