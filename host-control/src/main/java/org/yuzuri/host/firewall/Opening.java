package org.yuzuri.host.firewall;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Prefix;

/**
 * One element of the kernel's set: a box in source, destination, protocol and port, until a moment.
 *
 * @param protocol nftables' name, or {@code 0-255} for every protocol
 * @param firstPort 0 with {@code lastPort} 65535 for all ports and for protocols without ports
 */
record Opening(
    Ipv4Prefix source,
    Ipv4Prefix destination,
    String protocol,
    int firstPort,
    int lastPort,
    Instant closesAt,
    String comment) {
  private static final String EVERY_PROTOCOL = "0-255";
  private static final int LAST_PORT = 65535;

  static final Comparator<Opening> ORDER =
      Comparator.comparing(Opening::key).thenComparing(Opening::closesAt);

  /** The openings of a grant: one for each of its port ranges. */
  static Stream<Opening> of(long serverId, Grant grant) {
    String comment = "server " + serverId + " grant " + grant.id();
    if (grant.ports().isEmpty()) {
      return Stream.of(of(grant, 0, LAST_PORT, comment));
    }
    return grant.ports().stream().map(range -> of(grant, range.first(), range.last(), comment));
  }

  private static Opening of(Grant grant, int first, int last, String comment) {
    return new Opening(
        grant.source(),
        grant.destination(),
        protocol(grant.protocol()),
        first,
        last,
        grant.closesAt(),
        comment);
  }

  private static String protocol(GrantProtocol protocol) {
    return switch (protocol) {
      case UDP -> "udp";
      case TCP -> "tcp";
      case ICMP -> "icmp";
      case ANY -> EVERY_PROTOCOL;
    };
  }

  /** The element without its end, as nftables writes it. */
  String key() {
    return String.join(" . ", List.of(network(source), network(destination), protocol, ports()));
  }

  private String ports() {
    return firstPort == lastPort ? String.valueOf(firstPort) : firstPort + "-" + lastPort;
  }

  private static String network(Ipv4Prefix prefix) {
    return prefix.length() == 32 ? prefix.address().toString() : prefix.toString();
  }

  /** Whether some packet fits both. The kernel does not take two such elements in one set. */
  boolean overlaps(Opening other) {
    return overlap(source, other.source)
        && overlap(destination, other.destination)
        && (protocol.equals(other.protocol)
            || protocol.equals(EVERY_PROTOCOL)
            || other.protocol.equals(EVERY_PROTOCOL))
        && firstPort <= other.lastPort
        && other.firstPort <= lastPort;
  }

  private static boolean overlap(Ipv4Prefix one, Ipv4Prefix other) {
    return one.contains(other.address()) || other.contains(one.address());
  }
}
