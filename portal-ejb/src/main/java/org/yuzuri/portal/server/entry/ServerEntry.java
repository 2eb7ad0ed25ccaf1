package org.yuzuri.portal.server.entry;

import java.util.List;
import java.util.Objects;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;

/**
 * What an operator types in about a server.
 *
 * @param offerId the class of servers it belongs to
 * @param agentId the lender agent at its site
 * @param name host name: letters, digits and dashes, at most 63; unique in the pool
 * @param mac of the network card it boots from
 * @param bootAddress its own address in the boot network, with the prefix length
 * @param bootMode BIOS or UEFI
 * @param console serial console as kernels name it, such as {@code ttyS0}
 * @param identity what it is known by
 * @param cpuCount processor threads
 * @param memoryMib memory in MiB
 * @param bmc how its BMC is reached
 * @param port where it is plugged in
 * @param disks at least one
 */
public record ServerEntry(
    long offerId,
    long agentId,
    String name,
    MacAddress mac,
    Ipv4Prefix bootAddress,
    BootMode bootMode,
    String console,
    Identity identity,
    int cpuCount,
    int memoryMib,
    BmcAccess bmc,
    ServerPort port,
    List<ServerDisk> disks) {

  public ServerEntry {
    Objects.requireNonNull(mac, "mac");
    Objects.requireNonNull(bootAddress, "bootAddress");
    Objects.requireNonNull(bootMode, "bootMode");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(bmc, "bmc");
    Objects.requireNonNull(port, "port");
    disks = List.copyOf(disks);
    Problems problems = new Problems();
    checkPlain(name, console, cpuCount, memoryMib, problems);
    problems.unless(!disks.isEmpty(), "server.disks", disks, "at least one");
    problems.refuse();
  }

  /** What is wrong with the fields that are plain values. */
  static void checkPlain(
      String name, String console, int cpuCount, int memoryMib, Problems problems) {
    matching("name", name, "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", problems);
    matching("console", console, "tty[A-Za-z]{1,4}[0-9]{1,2}(,[0-9]{1,7}[a-z0-9]{0,3})?", problems);
    problems.unless(cpuCount >= 1, "server.cpuCount", cpuCount, "at least 1");
    problems.unless(memoryMib >= 1, "server.memoryMib", memoryMib, "at least 1");
  }

  private static void matching(String field, String value, String form, Problems problems) {
    problems.unless(value.matches(form), "server." + field, value, form);
  }
}
