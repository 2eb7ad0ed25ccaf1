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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xnio.Options;

/** Answers that are let out as long ones, from their begin. */
class LongAnswersTest {

  private static final int PATIENCE_SECONDS = 10;
  private static final int PACE_MILLISECONDS = 200;
  private static final int LEAST_BYTES = 100_000;

  /** Five times of what has to be taken. */
  private static final int FAST_ENOUGH = 100_000;

  private static final int LENGTH = 20 * FAST_ENOUGH;
  private static final int BUFFER_BYTES = 1 << 16;

  private final UnreadAnswers<String> answers =
      new UnreadAnswers<>(new LargeBodies<>(1, DoorShare.ofOneDoor()), 1, LEAST_BYTES);
  private final CountDownLatch ended = new CountDownLatch(1);
  private Undertow server;

  @BeforeEach
  void start() {
    BlockingHandler writing = new BlockingHandler(this::write);
    server =
        Undertow.builder()
            .addHttpListener(0, InetAddress.getLoopbackAddress().getHostAddress())
            .setSocketOption(Options.SEND_BUFFER, BUFFER_BYTES)
            .setHandler(writing)
            .build();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void answerMayTakeLongWhileItIsReadFastEnough() throws Exception {
    try (Socket socket = ask()) {
      int read = 0;
      for (int part = read(socket, FAST_ENOUGH); part > 0; part = read(socket, FAST_ENOUGH)) {
        read += part;
        Thread.sleep(PACE_MILLISECONDS);
      }

      assertThat(read).isGreaterThan(LENGTH);
    }
  }

  @Test
  void answerThatNobodyReadsOnIsCutOffAndItsThreadIsFree() throws Exception {
    try (Socket socket = ask()) {
      read(socket, 2 * FAST_ENOUGH);

      assertThat(ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(read(socket, LENGTH)).isLessThan(LENGTH - 2 * FAST_ENOUGH);
    }
  }

  @Test
  void oneMoreThanMayGoOutIsNot() throws Exception {
    try (Socket first = ask()) {
      read(first, 1);

      try (Socket second = ask()) {
        assertThat(new String(second.getInputStream().readAllBytes(), US_ASCII))
            .startsWith("HTTP/1.1 503 ");
      }
    }
  }

  private void write(HttpServerExchange exchange) throws IOException {
    if (!answers.isLetOut("reader", exchange)) {
      exchange.setStatusCode(503);
      return;
    }
    exchange.setResponseContentLength(LENGTH);
    try (OutputStream output = exchange.getOutputStream()) {
      for (int written = 0; written < LENGTH; written += FAST_ENOUGH) {
        output.write(new byte[FAST_ENOUGH]);
      }
    } finally {
      ended.countDown();
    }
  }

  private Socket ask() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(BUFFER_BYTES);
    socket.setSoTimeout(PATIENCE_SECONDS * 1000);
    socket.connect((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
    String request = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  /** How many could be read until the server hung up. */
  private static int read(Socket socket, int most) {
    int read = 0;
    byte[] buffer = new byte[most];
    try {
      int part = socket.getInputStream().read(buffer);
      while (part > 0) {
        read += part;
        part = socket.getInputStream().read(buffer, read, most - read);
      }
    } catch (IOException hungUp) {
      return read;
    }
    return read;
  }
}
