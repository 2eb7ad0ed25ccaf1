package org.yuzuri.gateway.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.SiteRules;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PortRange;
import org.yuzuri.wire.value.TunnelPurpose;

/** The gateway's firewall in front of, and behind, a real tunnel. */
class FirewalledTunnelIT {
  private static final String SERVER = "203.0.113.17";
  private static final String VIRTUAL = "10.30.1.17";

  @TempDir Path directory;
  private Edge edge;
  private Firewall firewall;

  @BeforeEach
  void start() throws IOException {
    TransferAuthority authority = new TransferAuthority();
    edge = Edge.start(directory);
    SwanctlDirectory files = new SwanctlDirectory(edge.swanctl());
    authority.writeTrust(directory.resolve("ca.pem"));
    authority.issue("gateway-1", directory.resolve("gw.key"), directory.resolve("gw.pem"));
    files.putIdentity(
        directory.resolve("gw.key"), directory.resolve("gw.pem"), directory.resolve("ca.pem"));
    files.put(
        new TunnelName(7, TunnelPurpose.INSTALL),
        ConnectionFile.render(
            tunnel(), Ipv4Address.of("203.0.113.10"), List.of("transfer-ca.pem")));
    edge.startGatewayDaemon();
    edge.strongSwan().loadAll();
    new LeasedServer(authority, edge, directory.resolve("server")).start();
    firewall =
        new Firewall(
            SiteRules.gateway("outside"),
            edge.programs(),
            directory.resolve("state"),
            Clock.systemUTC());
  }

  @AfterEach
  void end() throws IOException {
    edge.close();
  }

  @Test
  void withoutAGrantNotEvenTheKeyExchangePasses() {
    firewall.restore();

    assertThat(edge.connect("install").succeeded()).isFalse();
    assertThat(edge.strongSwan().associations()).isEmpty();
  }

  @Test
  void theGrantOfATunnelOpensNothingInsideIt() {
    firewall.ensure(1, List.of(ike()));

    assertThat(edge.connect("install").succeeded()).isTrue();
    assertThat(edge.reachesInside(VIRTUAL)).isFalse();
  }

  @Test
  void whatIsGrantedInsidePasses() {
    firewall.ensure(1, List.of(ike(), grant("ping", GrantProtocol.ICMP, VIRTUAL, "10.30.0.0/16")));

    assertThat(edge.connect("install").succeeded()).isTrue();
    assertThat(edge.reachesInside(VIRTUAL)).isTrue();
  }

  @Test
  void aTunnelGoesSilentWhenItsGrantIsTaken() {
    Grant inside = grant("ping", GrantProtocol.ICMP, VIRTUAL, "10.30.0.0/16");
    firewall.ensure(1, List.of(ike(), inside));
    assertThat(edge.connect("install").succeeded()).isTrue();
    assertThat(edge.reachesInside(VIRTUAL)).isTrue();

    firewall.ensure(1, List.of(inside));

    assertThat(edge.reachesInside(VIRTUAL)).isFalse();
  }

  private static Grant ike() {
    return grant("ike", GrantProtocol.UDP, SERVER, "203.0.113.10", "500", "4500");
  }

  private static Grant grant(
      String id, GrantProtocol protocol, String from, String to, String... ports) {
    return new Grant(
        id,
        protocol,
        Ipv4Prefix.of(from),
        Ipv4Prefix.of(to),
        Stream.of(ports).map(PortRange::of).toList(),
        Instant.now().plusSeconds(60));
  }

  private static EnsureTunnel tunnel() {
    return new EnsureTunnel(
        UUID.randomUUID(),
        Instant.now().plusSeconds(60),
        new Fence(1, 7, 1),
        TunnelPurpose.INSTALL,
        Ipv4Address.of(SERVER),
        "CN=" + LeasedServer.identity("install"),
        Ipv4Address.of(VIRTUAL),
        "aes128gcm16-prfsha256-ecp256",
        "aes128gcm16-ecp256");
  }
}
