package org.yuzuri.portal.web.access.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowSendersTest {

  private static final int PATIENCE_MILLISECONDS = 10_000;
  private static final int PACE_MILLISECONDS = 200;
  private static final int LEAST_BYTES = 1000;

  /** Twice of what a file has to bring. */
  private static final int FAST_ENOUGH = 400;

  private final SlowSenders slow = new SlowSenders(1, LEAST_BYTES);
  private Undertow server = Undertow.builder().build();

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void fileMayTakeLongWhileItComesFastEnough() throws Exception {
    try (Socket socket = begin(slow::watchFile, 12 * FAST_ENOUGH)) {
      int sent = send(socket, FAST_ENOUGH, 12);

      assertThat(sent).isEqualTo(12);
      assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void fileThatTricklesIsCutOffThoughItBeganFast() throws Exception {
    try (Socket socket = begin(slow::watchFile, 1_000_000)) {
      send(socket, 100_000, 1);

      assertThat(send(socket, 1, 50)).isLessThan(50);
      assertThat(answer(socket)).isEmpty();
    }
  }

  @Test
  void requestThatIsNoFileIsCutOffHoweverFastItComes() throws Exception {
    try (Socket socket = begin(slow::watch, 1_000_000)) {
      assertThat(send(socket, FAST_ENOUGH, 50)).isLessThan(50);
      assertThat(answer(socket)).isEmpty();
    }
  }

  @Test
  void requestThatIsThereMayBeWorkedOnForLonger() throws Exception {
    try (Socket socket = begin(slow::watch, FAST_ENOUGH)) {
      send(socket, FAST_ENOUGH, 1);

      assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
    }
  }

  private Socket begin(Consumer<HttpServerExchange> watched, int length) throws IOException {
    HttpHandler reading = new BlockingHandler(SlowSendersTest::read);
    server =
        Undertow.builder()
            .addHttpListener(0, InetAddress.getLoopbackAddress().getHostAddress())
            .setHandler(
                exchange -> {
                  watched.accept(exchange);
                  reading.handleRequest(exchange);
                })
            .build();
    server.start();
    int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    String head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: " + length + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(US_ASCII));
    return socket;
  }

  private static void read(HttpServerExchange exchange) throws IOException, InterruptedException {
    int length = exchange.getInputStream().readAllBytes().length;
    if (length == FAST_ENOUGH) {
      Thread.sleep(2 * 1000L);
    }
    exchange.getResponseSender().send("read " + length);
  }

  /** Sends so many bytes so often; how often it could, until the server hung up. */
  private static int send(Socket socket, int bytes, int times) throws InterruptedException {
    for (int sent = 0; sent < times; sent++) {
      try {
        socket.getOutputStream().write(new byte[bytes]);
      } catch (IOException hungUp) {
        return sent;
      }
      Thread.sleep(PACE_MILLISECONDS);
    }
    return times;
  }

  /** Empty when the server hung up. */
  private static String answer(Socket socket) {
    byte[] bytes = new byte[1024];
    try {
      return new String(bytes, 0, Math.max(0, socket.getInputStream().read(bytes)), US_ASCII);
    } catch (IOException hungUp) {
      return "";
    }
  }
}
