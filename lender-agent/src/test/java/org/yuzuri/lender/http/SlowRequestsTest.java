package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Ipv4Address;

/** Servers that send their requests byte by byte, beside one that does not. */
final class SlowRequestsTest {

  /** More than the endpoints have threads. */
  private static final int SLOW = 40;

  private static final int PATIENCE_MILLISECONDS = 10_000;
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final HttpHandler READING =
      exchange -> {
        if (exchange.isInIoThread()) {
          exchange.dispatch(SlowRequestsTest.READING);
        } else {
          exchange.getResponseSender().send(RequestBody.text(exchange, 100_000).length() + " read");
        }
      };

  private final List<Socket> open = new ArrayList<>();
  private BootServer server;
  private int port;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    server = new BootServer(Ipv4Address.of("127.0.0.1"), port, READING, LONGEST);
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    server.close();
  }

  @Test
  void theQuickIsAnsweredWhileManyAreSlow() throws IOException {
    for (int at = 0; at < SLOW; at++) {
      send(connect(), "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nx");
    }
    Socket quick = connect();

    send(quick, "POST /quick HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");

    assertThat(answer(quick, "read")).endsWith("3 read");
  }

  @Test
  void whoTricklesIsCutOff() throws IOException {
    Socket slow = connect();
    send(slow, "POST /slow HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");

    int sent = trickle(slow);

    assertThat(sent).isLessThan(PATIENCE_MILLISECONDS / 100);
  }

  @Test
  void whoSendsItAllInTimeMayWaitForTheAnswer() throws IOException {
    Socket socket = connect();
    send(socket, "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n");

    send(socket, "y".repeat(70_000));

    assertThat(answer(socket, "read")).endsWith("70000 read");
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLISECONDS);
    open.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** What the server says, up to this end. */
  private static String answer(Socket socket, String end) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    int next = in.read();
    while (next >= 0) {
      text.append((char) next);
      if (text.toString().endsWith(end)) {
        return text.toString();
      }
      next = in.read();
    }
    return text.toString();
  }

  /** Sends a byte every tenth of a second; returns how many went before the server hung up. */
  private static int trickle(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    int sent = 0;
    while (sent < PATIENCE_MILLISECONDS / 100) {
      try {
        if (socket.getInputStream().read() < 0) {
          return sent;
        }
      } catch (SocketTimeoutException stillOpen) {
        try {
          send(socket, "z");
          sent++;
        } catch (SocketException hungUp) {
          return sent;
        }
      } catch (SocketException hungUp) {
        return sent;
      }
    }
    return sent;
  }
}
