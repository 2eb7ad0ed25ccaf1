package org.yuzuri.gateway.tunnel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.Pause;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Carries out the commands about tunnels. An IKE daemon that is just being started is waited for.
 * Safe for threads: one command at a time touches files and IKE daemon.
 */
public final class Tunnels {
  private static final Logger log = LoggerFactory.getLogger(Tunnels.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final StrongSwan strongSwan;
  private final SwanctlDirectory files;
  private final TunnelMemory memory;
  private final TunnelWatch watch;
  private final Ipv4Address outside;
  private final Clock clock;
  private final Pause pause;

  /**
   * @param outside the gateway's own address
   */
  public Tunnels(
      StrongSwan strongSwan,
      SwanctlDirectory files,
      TunnelMemory memory,
      TunnelWatch watch,
      Ipv4Address outside,
      Clock clock,
      Pause pause) {
    this.strongSwan = strongSwan;
    this.files = files;
    this.memory = memory;
    this.watch = watch;
    this.outside = outside;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Takes the server's tunnel from now on. A tunnel under the same name but another configuration
   * is ended.
   *
   * @throws CommandFailedException STRONGSWAN; the file stays and is loaded when the IKE daemon
   *     comes back
   */
  public synchronized CommandOutcome handle(EnsureTunnel command) {
    TunnelName name = ConnectionFile.name(command);
    memory.expect(name, command.fence());
    boolean changed = files.put(name, ConnectionFile.render(command, outside, files.trusted()));
    return reach(
        command,
        "connection " + name + " to be loaded",
        () -> {
          if (changed) {
            end(sa -> sa.name().equals(name));
          }
          strongSwan.loadAll();
          return strongSwan.connections().contains(name.toString());
        });
  }

  /**
   * Takes the server's tunnel no longer, and ends it.
   *
   * @throws CommandFailedException STRONGSWAN
   */
  public synchronized CommandOutcome handle(EnsureNoTunnel command) {
    TunnelName name = new TunnelName(command.fence().leaseId(), command.purpose());
    files.remove(name);
    memory.expectNot(name);
    return reach(
        command,
        "tunnel " + name + " to end",
        () -> {
          strongSwan.loadConnections();
          boolean left = end(sa -> sa.name().equals(name));
          strongSwan.loadPools();
          return !left && !strongSwan.connections().contains(name.toString());
        });
  }

  /**
   * Knows these revocation lists from now on, and ends the tunnels of those on them. A tunnel whose
   * certificate the IKE daemon no longer knows is ended too: its server comes back if it may.
   *
   * @throws CommandFailedException CRL_MALFORMED or STRONGSWAN
   */
  public synchronized CommandOutcome handle(EnsureRevocations command) {
    Revocations revocations = read(command.crl());
    files.putRevocations(command.crl());
    return reach(
        command,
        "tunnels of revoked certificates to end",
        () -> {
          strongSwan.loadCredentials();
          return !end(sa -> sa.up() && !allowed(revocations, sa));
        });
  }

  /**
   * Trusts these CAs and knows their revocation lists from now on, and ends the tunnels of those on
   * one.
   *
   * @param trust certificates, PEM
   * @param crls one of each CA, PEM
   * @throws StrongSwanException it is not there or refuses; the files stay, and are loaded when it
   *     comes back
   * @throws IllegalArgumentException what came is no revocation list; nothing was changed
   */
  public synchronized void believe(String trust, String crls) {
    Revocations revocations = Revocations.of(crls);
    files.putTrust(trust);
    files.putRevocations(crls);
    strongSwan.loadAll();
    if (end(sa -> sa.up() && !allowed(revocations, sa))) {
      watch.lookNow();
    }
  }

  private static Revocations read(String crl) {
    try {
      return Revocations.of(crl);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException("CRL_MALFORMED", e.getMessage(), false, e);
    }
  }

  private boolean allowed(Revocations revocations, SecurityAssociation association) {
    return revocations.allow(strongSwan.certificates(association.remoteIdentity()));
  }

  /** Ends those that are meant; tells whether there was one. */
  private boolean end(Predicate<SecurityAssociation> meant) {
    List<SecurityAssociation> found = strongSwan.associations().stream().filter(meant).toList();
    for (SecurityAssociation association : found) {
      log.info("lease={} tunnel={} is ended", association.name().leaseId(), association.name());
      strongSwan.terminate(association.id());
    }
    return !found.isEmpty();
  }

  private CommandOutcome reach(AgentCommand command, String wanted, BooleanSupplier step) {
    Instant patience = clock.instant().plus(PATIENCE);
    Instant end = patience.isBefore(command.notAfter()) ? patience : command.notAfter();
    while (true) {
      String problem = "not yet";
      try {
        if (step.getAsBoolean()) {
          watch.lookNow();
          return new CommandOutcome.Done(Map.of());
        }
      } catch (StrongSwanException e) {
        problem = e.getMessage();
      }
      if (!clock.instant().isBefore(end)) {
        throw new CommandFailedException(
            "STRONGSWAN", "waited for " + wanted + ": " + problem, true, null);
      }
      pause.of(BETWEEN_LOOKS);
    }
  }
}
