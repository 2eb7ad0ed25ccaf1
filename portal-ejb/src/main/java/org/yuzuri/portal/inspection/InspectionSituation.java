package org.yuzuri.portal.inspection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yuzuri.portal.run.Moment;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.wire.boot.ProbeTargets;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/** What a step of an inspection sees: also who stands beside the server. */
final class InspectionSituation extends Situation {

  private final Servers servers;

  InspectionSituation(Moment moment) {
    super(moment);
    this.servers = moment.servers();
  }

  /**
   * Whom the server must not reach from its port: others of its boot network, and the BMCs of its
   * site, its own first. A BMC that was entered by a name is left out: nobody here can say which
   * address that is where the server stands.
   */
  ProbeTargets probeTargets() {
    List<Server> others =
        servers.listKeptOfSite(lenderAgent(), ProbeTargets.MOST + 1).stream()
            .filter(other -> other.id() != server().id())
            .toList();
    List<Ipv4Address> neighbours =
        others.stream().map(other -> Ipv4Prefix.of(other.bootAddress()).address()).toList();
    List<Ipv4Address> bmcs =
        Stream.concat(Stream.of(server()), others.stream())
            .map(owner -> owner.bmc().address().host())
            .flatMap(host -> address(host).stream())
            .distinct()
            .toList();
    return new ProbeTargets(first(neighbours), first(bmcs));
  }

  private static Optional<Ipv4Address> address(String host) {
    try {
      return Optional.of(Ipv4Address.of(host));
    } catch (IllegalArgumentException name) {
      return Optional.empty();
    }
  }

  private static List<Ipv4Address> first(List<Ipv4Address> addresses) {
    return addresses.stream().limit(ProbeTargets.MOST).toList();
  }
}
