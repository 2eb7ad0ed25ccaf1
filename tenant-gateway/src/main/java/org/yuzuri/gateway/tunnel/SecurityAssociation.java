package org.yuzuri.gateway.tunnel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One IKE connection of ours as the IKE daemon has it.
 *
 * @param id the daemon's own number, rising
 * @param up whether the server is known, has its address, and packets can pass
 * @param remoteIdentity such as {@code CN=lease-7-transfer-12}; empty while not known
 * @param virtualAddress that the server was given; empty while it has none
 */
record SecurityAssociation(
    TunnelName name, long id, boolean up, String remoteIdentity, String virtualAddress) {

  /** Those of an event that are ours. */
  static Stream<SecurityAssociation> of(ViciListing event) {
    return event.sections().entrySet().stream()
        .flatMap(
            entry ->
                TunnelName.of(entry.getKey()).stream().map(name -> of(name, entry.getValue())));
  }

  private static SecurityAssociation of(TunnelName name, ViciListing ike) {
    boolean established = ike.find("state").equals(Optional.of("ESTABLISHED"));
    boolean installed =
        ike.section("child-sas").sections().values().stream()
            .map(child -> child.find("state").orElse(""))
            .anyMatch(state -> state.equals("INSTALLED") || state.startsWith("REKEY"));
    String address =
        ike.lists().getOrDefault("remote-vips", List.of()).stream().findFirst().orElse("");
    return new SecurityAssociation(
        name,
        ike.find("uniqueid").map(Long::parseLong).orElse(0L),
        established && installed && !address.isEmpty(),
        ike.find("remote-id").orElse(""),
        address);
  }
}
