package org.yuzuri.lender.dhcp;

import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/**
 * What dnsmasq is told of one server. Renders the two lines, in the notation of dnsmasq(8) {@code
 * --dhcp-host} and {@code --dhcp-option}.
 *
 * @param scriptUrl the iPXE script, with the boot token in it
 */
public record DhcpEntry(MacAddress mac, Ipv4Address address, String scriptUrl) {

  /** The server gets this address, and a tag of its own. */
  public String host() {
    return mac + ",set:" + tag() + "," + address + ",1h\n";
  }

  /** iPXE on this server, and on no other, is given the script; firmware is given iPXE first. */
  public String options() {
    return "tag:" + tag() + ",tag:ipxe,option:bootfile-name," + scriptUrl + "\n";
  }

  private String tag() {
    return "boot-" + mac.dashed();
  }
}
