package org.yuzuri.host.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PortRange;

class RulesetTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final SiteRules LENDER =
      SiteRules.lender("br-boot", Ipv4Address.of("192.0.2.1"), 8480);
  private static final SiteRules GATEWAY = SiteRules.gateway("outside");

  @Test
  void lenderWithoutGrantsIsClosed() throws IOException {
    assertThat(ruleset(LENDER).render()).isEqualTo(golden("lender-closed.nft"));
  }

  @Test
  void lenderLetsItsServerReachTheTenantsGateway() throws IOException {
    Grant ike = grant("ike", GrantProtocol.UDP, "192.0.2.17", "203.0.113.10", 90, "500", "4500");

    assertThat(ruleset(LENDER, ike).render()).isEqualTo(golden("lender-ike.nft"));
  }

  @Test
  void gatewayLetsInWhatIsGranted() throws IOException {
    Grant ike = grant("ike", GrantProtocol.UDP, "192.0.2.17", "203.0.113.10", 90, "500", "4500");
    Grant packages = grant("apt", GrantProtocol.TCP, "10.30.1.17", "10.30.0.10", 3600, "80");
    Grant management = grant("ssh", GrantProtocol.ANY, "10.30.0.0/24", "10.30.1.17", 3600);

    assertThat(ruleset(GATEWAY, ike, packages, management).render())
        .isEqualTo(golden("gateway-grants.nft"));
  }

  @Test
  void aGrantThatHasEndedIsNotOpened() {
    Grant ended = grant("old", GrantProtocol.TCP, "10.0.0.1", "10.0.0.2", 0, "80");

    assertThat(ruleset(LENDER, ended).elements()).isEmpty();
  }

  @Test
  void partsOfASecondAreNotGivenAway() {
    Grant grant =
        new Grant(
            "g",
            GrantProtocol.ICMP,
            Ipv4Prefix.of("10.0.0.1/32"),
            Ipv4Prefix.of("10.0.0.2/32"),
            List.of(),
            NOW.plusMillis(9900));

    assertThat(ruleset(LENDER, grant).elements())
        .containsEntry("10.0.0.1 . 10.0.0.2 . icmp . 0-65535", 9L);
  }

  @Test
  void ofEqualGrantsTheLaterEndCounts() {
    Grant install = grant("install", GrantProtocol.UDP, "10.0.0.1", "10.0.0.2", 60, "500");
    Grant production = grant("production", GrantProtocol.UDP, "10.0.0.1", "10.0.0.2", 600, "500");

    assertThat(ruleset(LENDER, production, install).elements())
        .containsOnly(java.util.Map.entry("10.0.0.1 . 10.0.0.2 . udp . 500", 600L));
  }

  @Test
  void grantsThatOverlapAreInDifferentSets() {
    Grant wide = grant("wide", GrantProtocol.ANY, "10.0.0.0/8", "10.0.0.2", 60);
    Grant narrow = grant("narrow", GrantProtocol.TCP, "10.0.0.1", "10.0.0.2", 60, "80-90");
    Grant apart = grant("apart", GrantProtocol.TCP, "10.0.0.1", "10.0.0.3", 60, "80");

    List<List<Opening>> layers =
        Layers.of(
            Stream.of(wide, narrow, apart).flatMap(grant -> Opening.of(1, grant)).toList(), NOW);

    assertThat(layers).hasSize(2);
    assertThat(layers)
        .allSatisfy(
            layer ->
                assertThat(layer)
                    .allSatisfy(
                        one -> assertThat(layer.stream().filter(one::overlaps)).containsOnly(one)));
  }

  @Test
  void aNameThatIsNoInterfaceIsRefused() {
    assertThatThrownBy(() -> SiteRules.gateway("eth0\" accept; #"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected the name of a network interface");
  }

  private static Ruleset ruleset(SiteRules site, Grant... grants) {
    return new Ruleset(
        site, Stream.of(grants).flatMap(grant -> Opening.of(7, grant)).toList(), NOW);
  }

  private static Grant grant(
      String id, GrantProtocol protocol, String from, String to, long seconds, String... ports) {
    return new Grant(
        id,
        protocol,
        Ipv4Prefix.of(from),
        Ipv4Prefix.of(to),
        Stream.of(ports).map(PortRange::of).toList(),
        NOW.plusSeconds(seconds));
  }

  private static String golden(String name) throws IOException {
    try (InputStream file = RulesetTest.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
