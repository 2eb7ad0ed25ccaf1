package org.yuzuri.portal.site.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.AddressRange;
import org.yuzuri.portal.site.SiteProblem;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/**
 * Which addresses a gateway may have outside. Firewalls are opened towards it and servers talk to
 * it from the boot network, so a tenant must not name an address inside the datacenter.
 *
 * @param allowed the operator's networks; none: every public address
 */
record OutsideAddresses(List<Ipv4Prefix> allowed) {

  /** System property: networks that gateways may have their outside addresses in, by commas. */
  static final String PROPERTY = "yuzuri.gateway.prefixes";

  /** Environment variable in the place of the property. */
  static final String VARIABLE = "YUZURI_GATEWAY_PREFIXES";

  /**
   * Never an address of one machine on an internet: this network, loopback, link-local, multicast,
   * reserved and broadcast. Source: IANA IPv4 Special-Purpose Address Registry (RFC 6890), RFC
   * 5771.
   */
  private static final List<Ipv4Prefix> IMPOSSIBLE =
      prefixes("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4");

  /** Not globally reachable: only where the operator names them. Source: the same registry. */
  private static final List<Ipv4Prefix> NOT_PUBLIC =
      prefixes(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24");

  private static final String A_PUBLIC_ADDRESS = "a public IPv4 address";

  OutsideAddresses {
    allowed = List.copyOf(allowed);
  }

  /**
   * What this portal's operator allows.
   *
   * @throws ProblemException INVALID_VALUE: the setting is no list of networks, or has one that no
   *     gateway can be in
   */
  static OutsideAddresses configured() {
    String text = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    if (text == null || text.isBlank()) {
      return new OutsideAddresses(List.of());
    }
    List<Ipv4Prefix> networks = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      networks.add(network(part.strip()));
    }
    return new OutsideAddresses(networks);
  }

  private static Ipv4Prefix network(String text) {
    try {
      Ipv4Prefix prefix = Ipv4Prefix.of(text);
      if (prefix.equals(prefix.network())
          && IMPOSSIBLE.stream().noneMatch(never -> AddressRange.overlap(never, prefix))) {
        return prefix;
      }
    } catch (IllegalArgumentException wrong) {
      throw ProblemException.invalid(PROPERTY, text, "networks such as 198.51.100.0/24, by commas");
    }
    throw ProblemException.invalid(
        PROPERTY, text, "a network without host bits, apart from " + IMPOSSIBLE);
  }

  /**
   * Checks that a gateway may have this address.
   *
   * @param own networks of the datacenter itself, whatever is allowed; not told to tenants
   * @throws ProblemException ADDRESS_NOT_ALLOWED
   */
  void check(String field, Ipv4Address address, List<Ipv4Prefix> own) {
    boolean named = allowed.isEmpty() ? !isIn(NOT_PUBLIC, address) : isIn(allowed, address);
    if (!named || isIn(IMPOSSIBLE, address) || isIn(own, address)) {
      throw new ProblemException(SiteProblem.ADDRESS_NOT_ALLOWED, field, address, expected());
    }
  }

  private String expected() {
    return allowed.isEmpty()
        ? A_PUBLIC_ADDRESS
        : String.join(", ", allowed.stream().map(Ipv4Prefix::toString).toList());
  }

  private static boolean isIn(List<Ipv4Prefix> networks, Ipv4Address address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static List<Ipv4Prefix> prefixes(String... texts) {
    return Stream.of(texts).map(Ipv4Prefix::of).toList();
  }
}
