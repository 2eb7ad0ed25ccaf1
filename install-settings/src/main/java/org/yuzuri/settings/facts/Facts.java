package org.yuzuri.settings.facts;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the lender knows about a server and the tenant does not.
 *
 * @param hostname name that the server gets unless the tenant's settings give one
 * @param firmware what boots the server
 * @param console serial console, {@code ttyS0} or {@code ttyS0,115200}; empty for none
 * @param nics cards on the lender's net, the one that boots first; at least one
 * @param disks all disks of the server, the one that boots first; at least one that may be touched
 * @param hooks present when the plan is for a transfer
 * @param tenantRange the tenant's own network, {@code 10.30.0.0/16}, when known
 * @param memoryMib memory of the server, when known
 * @param timeServer the lender's time source, when there is one
 */
public record Facts(
    String hostname,
    Firmware firmware,
    String console,
    List<Nic> nics,
    List<Disk> disks,
    Optional<TransferHooks> hooks,
    Optional<String> tenantRange,
    Optional<Long> memoryMib,
    Optional<String> timeServer) {

  private static final Pattern HOSTNAME =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
  private static final Pattern CONSOLE =
      Pattern.compile("(tty[A-Za-z]{0,4}[0-9]{1,3}(,[0-9]{3,7}[noe]?8?)?)?");

  public Facts {
    if (!HOSTNAME.matcher(requireNonNull(hostname, "hostname")).matches()) {
      throw new InvalidFactsException("hostname", hostname, "lower-case letters, digits, - and .");
    }
    requireNonNull(firmware, "firmware");
    if (!CONSOLE.matcher(requireNonNull(console, "console")).matches()) {
      throw new InvalidFactsException("console", console, "ttyS0 or ttyS0,115200");
    }
    nics = List.copyOf(nics);
    if (nics.isEmpty()) {
      throw new InvalidFactsException("nics", "[]", "at least one network card");
    }
    disks = List.copyOf(disks);
    if (touchable(disks).isEmpty()) {
      throw new InvalidFactsException("disks", "[]", "at least one disk that may be touched");
    }
    tenantRange.ifPresent(range -> Addresses.requireNetwork("tenant_range", range));
    timeServer.ifPresent(server -> Addresses.requireAddress("time_server", server));
  }

  /** Facts without transfer hooks and without the optional ones. */
  public static Facts of(
      String hostname, Firmware firmware, String console, List<Nic> nics, List<Disk> disks) {
    return new Facts(
        hostname,
        firmware,
        console,
        nics,
        disks,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same facts, for a transfer. */
  public Facts withHooks(TransferHooks transferHooks) {
    return new Facts(
        hostname,
        firmware,
        console,
        nics,
        disks,
        Optional.of(transferHooks),
        tenantRange,
        memoryMib,
        timeServer);
  }

  /** The same facts, for a tenant whose network is known. */
  public Facts withTenantRange(String range) {
    return new Facts(
        hostname, firmware, console, nics, disks, hooks, Optional.of(range), memoryMib, timeServer);
  }

  /** The disks that the tenant may write to, the one that boots first. */
  public List<Disk> touchableDisks() {
    return touchable(disks);
  }

  private static List<Disk> touchable(List<Disk> disks) {
    List<Disk> touchable = new ArrayList<>(disks.size());
    for (Disk disk : disks) {
      if (disk.mayTouch()) {
        touchable.add(disk);
      }
    }
    return touchable;
  }
}
