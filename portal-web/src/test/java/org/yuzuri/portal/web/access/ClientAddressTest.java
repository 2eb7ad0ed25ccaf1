package org.yuzuri.portal.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.ProxyPeerAddressHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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

  /** The server believes these headers where it is told that a proxy is in front of it. */
  @Test
  void headersSayNeitherWhichDoorItWasNorWhoItIs() throws Exception {
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, PEER)
            .setHandler(new ProxyPeerAddressHandler(ClientAddressTest::tell))
            .build();
    server.start();
    try {
      InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + PEER + ":" + address.getPort() + "/"))
              .header("X-Forwarded-Host", "portal.example:8444")
              .header("X-Forwarded-For", "nobody")
              .build();

      assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
          .isEqualTo("of daemons: false, of 127.0.0.1");
    } finally {
      server.stop();
    }
  }

  private static void tell(HttpServerExchange exchange) {
    exchange
        .getResponseSender()
        .send(
            "of daemons: "
                + ClientAddress.isOfDaemons(exchange)
                + ", of "
                + ClientAddress.of(exchange));
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
