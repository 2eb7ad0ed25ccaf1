package org.yuzuri.portal.network;

import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/**
 * The network in which the servers of one lender agent boot.
 *
 * @param prefix CIDR, such as {@code 192.0.2.0/24}
 * @param router IPv4 within it
 * @param firstAddress first address for leased servers
 * @param lastAddress last one
 * @param nameServers IPv4 addresses separated by commas; may be empty
 */
public record BootNetworkView(
    long agentId,
    String prefix,
    String router,
    String firstAddress,
    String lastAddress,
    String nameServers) {

  void check() {
    Ipv4Prefix network = checkedPrefix();
    Ipv4Address first = within("firstAddress", firstAddress, network);
    Ipv4Address last = within("lastAddress", lastAddress, network);
    within("router", router, network);
    if (first.bits() > last.bits()) {
      throw ProblemException.invalid("lastAddress", lastAddress, "not before " + firstAddress);
    }
    if (nameServers == null) {
      throw ProblemException.invalid("nameServers", null, "addresses or an empty text");
    }
    for (String server : nameServers.isEmpty() ? new String[0] : nameServers.split(",", -1)) {
      address("nameServers", server);
    }
  }

  private Ipv4Prefix checkedPrefix() {
    try {
      Ipv4Prefix parsed = Ipv4Prefix.of(prefix);
      if (parsed.equals(parsed.network())) {
        return parsed;
      }
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid("prefix", prefix, "a network such as 192.0.2.0/24");
    }
    throw ProblemException.invalid("prefix", prefix, "a network without host bits");
  }

  private static Ipv4Address within(String field, String text, Ipv4Prefix network) {
    Ipv4Address address = address(field, text);
    if (!network.contains(address)) {
      throw ProblemException.invalid(field, text, "an address within " + network);
    }
    return address;
  }

  private static Ipv4Address address(String field, String text) {
    try {
      return Ipv4Address.of(text);
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid(field, text, "an IPv4 address");
    }
  }
}
