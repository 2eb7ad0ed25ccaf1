package org.yuzuri.portal.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  private static final String PEER = "127.0.0.1";

  @Test
  void withoutAProxyNobodySaysWhereARequestComesFrom() {
    assertThat(ClientAddress.of("198.51.100.7", List.of("203.0.113.9"), false))
        .isEqualTo("198.51.100.7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.9",
        "10.0.0.1, 203.0.113.9",
        "forged, \"forged\",\t203.0.113.9",
        ",,,203.0.113.9"
      })
  void whatAClientWroteBeforeItsProxysWordIsNotBelieved(String header) {
    assertThat(ClientAddress.of(PEER, List.of(header), true)).isEqualTo("203.0.113.9");
    assertThat(ClientAddress.of(PEER, List.of("10.0.0.1", header), true))
        .as("as a second header of the name")
        .isEqualTo("203.0.113.9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "203.0.113.9, ", "a b", "_hidden", "<script>"})
  void whatIsNoAddressCountsAsTheProxys(String header) {
    assertThat(ClientAddress.of(PEER, List.of(header), true)).isEqualTo(PEER);
    assertThat(ClientAddress.of(PEER, List.of(), true)).isEqualTo(PEER);
    assertThat(ClientAddress.of(PEER, List.of("1".repeat(60_000)), true)).isEqualTo(PEER);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 203.0.113.9",
    "2001:db8:1:22ff:3:4:5:6, 2001:db8:1:2200::/56",
    "2001:db8:1:2201::1, 2001:db8:1:2200::/56",
    "2001:0DB8:0001:2203:0::1, 2001:db8:1:2200::/56",
    "2001:db8::1, 2001:db8:0:0::/56",
    "::1, 0:0:0:0::/56",
    "fe80::1%eth0, fe80:0:0:0::/56",
    "::ffff:203.0.113.9, ::ffff:203.0.113.9",
    "1:2:3, 1:2:3",
    "1:2:3:4:5:6:7:8:9, 1:2:3:4:5:6:7:8:9",
    ":::, :::"
  })
  void siteOfIpv6IsOneSource(String address, String network) {
    assertThat(ClientAddress.network(address)).isEqualTo(network);
  }
}
