package org.yuzuri.portal.site;

import java.util.List;
import java.util.Optional;
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
 * @param nameServers IPv4 addresses; may be empty
 */
public record BootNetwork(
    long agentId,
    String prefix,
    String router,
    String firstAddress,
    String lastAddress,
    List<String> nameServers) {

  /** Copies. */
  public BootNetwork {
    nameServers = List.copyOf(nameServers);
  }

  /**
   * What is wrong with this as the boot address of a server: outside the network or outside what
   * leased servers may have, or with another prefix length. Empty when it is good.
   */
  public Optional<ProblemException> objection(String field, Ipv4Prefix address) {
    AddressRange servers =
        AddressRange.between(Ipv4Address.of(firstAddress), Ipv4Address.of(lastAddress));
    int length = Ipv4Prefix.of(prefix).length();
    if (servers.contains(address.address()) && address.length() == length) {
      return Optional.empty();
    }
    String expected = firstAddress + "/" + length + " to " + lastAddress + "/" + length;
    return Optional.of(
        ProblemException.invalid(
            field, address, "an address for servers of the agent's boot network: " + expected));
  }

  /** The parts of a text that separates them by commas; none in an empty text. */
  public static List<String> listOf(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  void check() {
    Ipv4Prefix network = checkedPrefix();
    Ipv4Address first = within("firstAddress", firstAddress, network);
    Ipv4Address last = within("lastAddress", lastAddress, network);
    Ipv4Address way = within("router", router, network);
    if (first.bits() > last.bits()) {
      throw ProblemException.invalid("lastAddress", lastAddress, "not before " + firstAddress);
    }
    if (AddressRange.between(first, last).contains(way)) {
      throw ProblemException.invalid(
          "router", router, "one outside the servers' " + firstAddress + " to " + lastAddress);
    }
    for (String server : nameServers) {
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
    if (!AddressRange.hostsOf(network).contains(address)) {
      throw ProblemException.invalid(field, text, "an address of a host within " + network);
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
