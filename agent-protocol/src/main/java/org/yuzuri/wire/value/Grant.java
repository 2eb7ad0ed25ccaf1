package org.yuzuri.wire.value;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One firewall opening on one side, with a mandatory end.
 *
 * @param id names the grant in rules and logs
 * @param source network that may open connections; no host bits set
 * @param destination network that may be reached; no host bits set
 * @param ports destination ports; empty for all of them; must be empty for ICMP and ANY
 * @param closesAt the grant is shut at this moment, whatever else happens
 */
public record Grant(
    String id,
    GrantProtocol protocol,
    Ipv4Prefix source,
    Ipv4Prefix destination,
    List<PortRange> ports,
    Instant closesAt) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  public Grant {
    Checks.matching(id, ID, "grant.id", "1 to 64 of A-Z a-z 0-9 . _ -");
    Checks.present(protocol, "grant.protocol");
    network(source, "grant.source");
    network(destination, "grant.destination");
    ports = List.copyOf(Checks.present(ports, "grant.ports"));
    if (!ports.isEmpty() && protocol != GrantProtocol.TCP && protocol != GrantProtocol.UDP) {
      throw Checks.refused("grant.ports", ports.toString(), "none with protocol " + protocol);
    }
    Checks.present(closesAt, "grant.closesAt");
  }

  private static void network(Ipv4Prefix prefix, String field) {
    if (!Checks.present(prefix, field).network().equals(prefix)) {
      throw Checks.refused(field, prefix.toString(), "a network such as " + prefix.network());
    }
  }
}
