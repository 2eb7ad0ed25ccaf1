package org.yuzuri.portal.web.access.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.handlers.ProxyPeerAddressHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutOffTest {

  private static final int PATIENCE_MILLISECONDS = 10_000;

  private Undertow server;

  @BeforeEach
  void start() {
    CutOff cutOff = new CutOff("it is a test");
    server =
        Undertow.builder()
            .addHttpListener(0, InetAddress.getLoopbackAddress().getHostAddress())
            .setHandler(new ProxyPeerAddressHandler(cutOff::end))
            .build();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  /** The server keeps what is no address as the name of the source. */
  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.9", "nobody", "nobody, 203.0.113.9", "203.0.113.9, nobody"})
  void hangsUpOnWhoeverTheProxySaysItIs(String forwardedFor) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(PATIENCE_MILLISECONDS);
      socket.connect((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
      String request = "GET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: %s\r\n\r\n";
      socket.getOutputStream().write(request.formatted(forwardedFor).getBytes(US_ASCII));

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }
}
