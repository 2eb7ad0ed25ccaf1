package org.yuzuri.lender.dhcp;

import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/** What dnsmasq is told of one server: who it is, and the address that it gets. */
public record DhcpEntry(MacAddress mac, Ipv4Address address) {

  /**
   * The line, in the notation of dnsmasq(8) {@code --dhcp-host}.
   *
   * <p>It sets no tag: dnsmasq 2.86 to at least 2.90 crashes at a SIGHUP after it has answered a
   * host of a watched directory that sets one (github.com/imp/dnsmasq/pull/20). So the script's
   * address is the same for all servers, and the boot endpoint finds out whose it is.
   */
  String line() {
    return mac + "," + address + ",1h\n";
  }
}
