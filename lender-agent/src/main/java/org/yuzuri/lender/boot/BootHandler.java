package org.yuzuri.lender.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.host.command.PendingCommands;
import org.yuzuri.lender.console.ConsoleWatch;
import org.yuzuri.lender.dhcp.DhcpEntry;
import org.yuzuri.lender.dhcp.DnsmasqDirectory;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.value.Ipv4Address;

/** Lets servers boot from the network, and stops them from it. */
public final class BootHandler {

  private static final Logger log = LoggerFactory.getLogger(BootHandler.class);

  private final Place place;
  private final FileCache cache;
  private final ActiveBoots boots;
  private final BootLayout layout;
  private final DnsmasqDirectory dnsmasq;
  private final ConsoleWatch consoles;
  private final PendingCommands pending;
  private final Clock clock;

  /**
   * Where this agent is.
   *
   * @param bootUrl address of the boot endpoints, with the slash before the token
   */
  public record Place(
      Path overlayDirectory, Path bootsDirectory, Ipv4Address address, String bootUrl) {}

  public BootHandler(
      Place place,
      FileCache cache,
      ActiveBoots boots,
      DnsmasqDirectory dnsmasq,
      ConsoleWatch consoles,
      PendingCommands pending,
      Clock clock) {
    this.place = place;
    this.cache = cache;
    this.boots = boots;
    this.layout = new BootLayout(place.overlayDirectory(), place.bootsDirectory(), cache);
    this.dnsmasq = dnsmasq;
    this.consoles = consoles;
    this.pending = pending;
    this.clock = clock;
  }

  /** Goes on serving what was served before the agent ended. For the agent's start. */
  public void restore() {
    boots.load(layout);
    dnsmasq.ensureExactly(boots.list().stream().map(boot -> entry(boot.command())).toList());
    for (ActiveBoot boot : boots.list()) {
      consoles.resume(boot.command());
      log.info("{} is served again", boot.name());
    }
  }

  /**
   * Idempotent. Blocks while files are fetched from the portal and the console is opened, which is
   * read before the server can boot.
   */
  public CommandOutcome ensure(EnsureBoot command) {
    refuseSharedAddress(command);
    long bytes = ensureFiles(command);
    ActiveBoot boot = layout.of(command);
    AtomicFiles.replace(
        layout.transferInitrd(command.mac()),
        TransferInitrd.of(command, place.bootUrl(), place.address()),
        AtomicFiles.PRIVATE);
    consoles.ensure(command);
    boots.put(boot);
    dnsmasq.ensure(entry(command));
    return new CommandOutcome.Done(Map.of("fileBytes", String.valueOf(bytes)));
  }

  /** Idempotent. The token dies first: from then on nothing is served under it. */
  public CommandOutcome ensureNone(EnsureNoBoot command) {
    Optional<ActiveBoot> boot = boots.remove(command.mac());
    dnsmasq.ensureNone(command.mac());
    consoles.ensureNone(command.mac());
    AtomicFiles.delete(layout.transferInitrd(command.mac()));
    return new CommandOutcome.Done(Map.of("was", String.valueOf(boot.isPresent())));
  }

  private long ensureFiles(EnsureBoot command) {
    if (command.purpose() != BootPurpose.INSTALL) {
      return 0;
    }
    Patience patience = () -> checkWanted(command);
    FileRef kernel = Objects.requireNonNull(command.kernel(), "an installation has a kernel");
    cache.ensure(kernel, patience);
    long bytes = kernel.sizeBytes();
    for (FileRef initrd : command.initrds()) {
      cache.ensure(initrd, patience);
      bytes += initrd.sizeBytes();
    }
    return bytes;
  }

  private void checkWanted(EnsureBoot command) {
    if (clock.instant().isAfter(command.notAfter())) {
      throw new DeadlinePassedException("a file from the portal");
    }
    if (pending.isOvertaken(command)) {
      throw new CommandFailedException(
          "OVERTAKEN", "the boot was withdrawn while its files were fetched", false, null);
    }
  }

  private void refuseSharedAddress(EnsureBoot command) {
    for (ActiveBoot other : boots.list()) {
      boolean sameAddress = other.command().address().address().equals(command.address().address());
      if (sameAddress && !other.command().mac().equals(command.mac())) {
        throw new CommandFailedException(
            "ADDRESS_IN_USE",
            "address " + command.address() + " is served to " + other.name(),
            false,
            null);
      }
    }
  }

  private static DhcpEntry entry(EnsureBoot command) {
    return new DhcpEntry(command.mac(), command.address().address());
  }
}
