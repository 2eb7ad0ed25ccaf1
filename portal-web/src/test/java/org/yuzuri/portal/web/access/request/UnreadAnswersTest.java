package org.yuzuri.portal.web.access.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xnio.Options;

class UnreadAnswersTest {

  private static final int PATIENCE_MILLISECONDS = 10_000;
  private static final int THREADS = 16;
  private static final int AT_ONCE = 4;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LARGE = 20 * BUFFER_BYTES;
  private static final int SMALL = 1000;

  private final UnreadAnswers<String> unread =
      new UnreadAnswers<>(new LargeBodies<>(AT_ONCE, DoorShare.ofOneDoor()), 1, BUFFER_BYTES);
  private final List<Socket> sockets = new ArrayList<>();
  private Undertow server;

  @BeforeEach
  void start() {
    server =
        Undertow.builder()
            .addHttpListener(0, InetAddress.getLoopbackAddress().getHostAddress())
            .setWorkerThreads(THREADS)
            .setSocketOption(Options.SEND_BUFFER, BUFFER_BYTES)
            .setHandler(new BlockingHandler(this::write))
            .build();
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  @Test
  void whoReadsNothingHoldsUpNobodyElse() throws IOException {
    for (int at = 0; at < 2 * THREADS; at++) {
      ask("slow", LARGE);
    }

    assertThat(read(ask("other", LARGE))).isGreaterThan(LARGE);
  }

  @Test
  void manyWhoReadNothingHoldUpNobodyElse() throws IOException {
    for (int at = 0; at < 2 * THREADS; at++) {
      ask("slow " + at, LARGE);
    }

    assertThat(read(ask("other", SMALL))).isGreaterThan(SMALL);
  }

  @Test
  void answersThatAreNotReadOnAreCutOff() throws IOException {
    for (int at = 0; at < AT_ONCE; at++) {
      ask("slow", LARGE);
    }
    // Refused at once, until those before are cut off.
    int read = read(ask("slow", LARGE));
    long end = System.nanoTime() + PATIENCE_MILLISECONDS * 1_000_000L;
    while (read < LARGE && System.nanoTime() < end) {
      read = read(ask("slow", LARGE));
    }

    assertThat(read).isGreaterThan(LARGE);
  }

  @Test
  void answersThatTheConnectionTakesAtOnceAreNotCounted() throws IOException {
    List<Socket> small = new ArrayList<>();
    for (int at = 0; at < 2 * THREADS; at++) {
      small.add(ask("slow", SMALL));
    }

    assertThat(read(ask("slow", LARGE))).isGreaterThan(LARGE);
    assertThat(small).allMatch(socket -> read(socket) > SMALL);
  }

  private void write(HttpServerExchange exchange) throws IOException {
    unread.watch(exchange, exchange.getRequestHeaders().getFirst("Caller"));
    int length = Integer.parseInt(exchange.getRequestHeaders().getFirst("Length"));
    exchange.setResponseContentLength(length);
    try (OutputStream output = exchange.getOutputStream()) {
      output.write(new byte[length]);
    }
  }

  private Socket ask(String caller, int length) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(BUFFER_BYTES);
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    socket.connect((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
    String request =
        "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nCaller: %s\r\nLength: %d\r\n\r\n";
    socket.getOutputStream().write(request.formatted(caller, length).getBytes(US_ASCII));
    return socket;
  }

  /** How many could be read until the server hung up. */
  private static int read(Socket socket) {
    int read = 0;
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      int part = socket.getInputStream().read(buffer);
      while (part > 0) {
        read += part;
        part = socket.getInputStream().read(buffer);
      }
    } catch (IOException hungUp) {
      return read;
    }
    return read;
  }
}
