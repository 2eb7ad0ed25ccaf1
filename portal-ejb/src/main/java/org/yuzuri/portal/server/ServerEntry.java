package org.yuzuri.portal.server;

import java.util.List;
import java.util.Objects;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.BmcAccess;
import org.yuzuri.wire.value.BootMode;
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
 * @param cpuCount processor threads
 * @param memoryMib memory in MiB
 * @param bmc how its BMC is reached
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
    int cpuCount,
    int memoryMib,
    BmcAccess bmc,
    List<ServerDisk> disks) {

  public ServerEntry {
    check("name", name, "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    Objects.requireNonNull(mac, "mac");
    Objects.requireNonNull(bootAddress, "bootAddress");
    Objects.requireNonNull(bootMode, "bootMode");
    check("console", console, "tty[A-Za-z]{1,4}[0-9]{1,2}(,[0-9]{1,7}[a-z0-9]{0,3})?");
    atLeastOne("cpuCount", cpuCount);
    atLeastOne("memoryMib", memoryMib);
    Objects.requireNonNull(bmc, "bmc");
    disks = List.copyOf(disks);
    atLeastOne("disks", disks.size());
  }

  private static void check(String field, String value, String form) {
    if (value == null || !value.matches(form)) {
      throw ProblemException.invalid("server." + field, value, form);
    }
  }

  private static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw ProblemException.invalid("server." + field, value, "at least 1");
    }
  }
}
