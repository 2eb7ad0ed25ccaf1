package org.yuzuri.portal.run;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.errand.CommandHeader;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.platform.secret.OneTimeToken;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootDevice;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.boot.BootFacts;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.KernelArguments;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.port.PortAccess;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.Secret;

/**
 * What every kind of run wants of the lender's side: power, what the server's port carries, and
 * what the server boots. A wish's name is what pages show as waited for, and unique within its run.
 */
public final class ServerWishes {

  private final Server server;
  private final long agent;
  private final Surroundings surroundings;

  ServerWishes(Situation now) {
    this.server = now.server();
    this.agent = now.lenderAgent();
    this.surroundings = now.surroundings();
  }

  /** Without power. */
  public Wish powerOff(String name) {
    return new Wish(
        name,
        agent,
        Fault.HARDWARE,
        header ->
            new EnsurePower(
                header.id(),
                header.notAfter(),
                header.fence(),
                server.bmc(),
                PowerState.OFF,
                BootDevice.UNCHANGED,
                server.bootMode()));
  }

  /** Switched off, and booted from the network: what it runs, it has fetched since. */
  public Wish freshStart(String name) {
    return new Wish(
        name,
        agent,
        Fault.HARDWARE,
        header ->
            new EnsureFreshStart(
                header.id(), header.notAfter(), header.fence(), server.bmc(), server.bootMode()));
  }

  /** Its port carries what the server sends as itself, to the lender agent's machine only. */
  public Wish portFiltered(String name) {
    return port(name, PortAccess.FILTERED);
  }

  /** Nothing passes its port. */
  public Wish portClosed(String name) {
    return port(name, PortAccess.CLOSED);
  }

  private Wish port(String name, PortAccess access) {
    return new Wish(
        name,
        agent,
        Fault.LENDER,
        header ->
            new EnsurePort(
                header.id(),
                header.notAfter(),
                header.fence(),
                server.port(),
                server.mac(),
                Ipv4Prefix.of(server.bootAddress()).address(),
                access));
  }

  /** Nothing to boot from the network. */
  public Wish noBoot(String name) {
    return new Wish(
        name,
        agent,
        Fault.LENDER,
        header -> new EnsureNoBoot(header.id(), header.notAfter(), header.fence(), server.mac()));
  }

  /**
   * The lender's own image, with one of its programs. Its token opens nothing but that program's
   * own reports.
   *
   * @param tokenEnd until when its reports are taken
   * @param facts what the program is told beside what every one is
   */
  public Wish ownBoot(
      String name, BootPurpose purpose, Instant tokenEnd, Map<BootFact, String> facts) {
    return new Wish(name, agent, Fault.LENDER, header -> ownBoot(header, purpose, tokenEnd, facts));
  }

  private EnsureBoot ownBoot(
      CommandHeader header, BootPurpose purpose, Instant tokenEnd, Map<BootFact, String> facts) {
    Map<BootFact, String> told = new EnumMap<>(BootFact.class);
    told.putAll(facts);
    told.put(BootFact.ROUTER, surroundings.bootNetwork(agent).router());
    told.put(BootFact.HOSTNAME, server.name());
    return new EnsureBoot(
        header.id(),
        header.notAfter(),
        header.fence(),
        server.mac(),
        Ipv4Prefix.of(server.bootAddress()),
        server.bootMode(),
        purpose,
        new Secret(OneTimeToken.create().text()),
        tokenEnd,
        null,
        List.of(),
        KernelArguments.of("console=" + server.console()),
        new BootFacts(told),
        server.consoleAccess(),
        null);
  }
}
