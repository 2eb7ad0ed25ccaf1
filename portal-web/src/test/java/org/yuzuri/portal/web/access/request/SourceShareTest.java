package org.yuzuri.portal.web.access.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceShareTest {

  private static final int PATIENCE_SECONDS = 10;
  private static final int THREADS = 8;
  private static final int SHARE = THREADS / 2;
  private static final int LINE = 6;
  private static final String GREEDY = "127.0.0.66";
  private static final String OTHER = "127.0.0.1";
  private static final String SERVED = "HTTP/1.1 200 ";
  private static final String REFUSED = "HTTP/1.1 429 ";

  /** Requests that ask for {@code /slow} end when they get one of these. */
  private final Semaphore ends = new Semaphore(0);

  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

  /** Those that asked for {@code /parked}; no thread is about them. */
  private final BlockingQueue<HttpServerExchange> parked = new LinkedBlockingQueue<>();

  private final List<Socket> sockets = new ArrayList<>();
  private Undertow server = Undertow.builder().build();

  @AfterEach
  void stop() throws IOException {
    ends.release(1000);
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  @Test
  void oneSourceLeavesHalfOfTheThreadsToOthers() throws Exception {
    start(PATIENCE_SECONDS);
    List<Socket> greedy = ask(GREEDY, "/slow", SHARE + LINE);
    awaitBegun(SHARE);

    assertThat(answer(ask(OTHER, "/quick"))).startsWith(SERVED);
    assertThat(begun.poll()).isEqualTo("/quick");
    assertThat(begun).isEmpty();

    ends.release(SHARE + LINE);
    for (Socket socket : greedy) {
      assertThat(answer(socket)).startsWith(SERVED);
    }
  }

  @Test
  void whatIsMoreThanMayWaitIsRefusedAtOnce() throws Exception {
    start(PATIENCE_SECONDS);
    List<Socket> greedy = ask(GREEDY, "/slow", SHARE);
    awaitBegun(SHARE);
    greedy.addAll(ask(GREEDY, "/slow", LINE + 3));

    BlockingQueue<String> refused = new LinkedBlockingQueue<>();
    List<Thread> readers = new ArrayList<>();
    for (Socket socket : greedy) {
      readers.add(new Thread(() -> refused.add(answer(socket))));
    }
    readers.forEach(Thread::start);
    for (int at = 0; at < 3; at++) {
      assertThat(refused.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).startsWith(REFUSED);
    }
    ends.release(SHARE + LINE);
    for (int at = 0; at < SHARE + LINE; at++) {
      assertThat(refused.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).startsWith(SERVED);
    }
  }

  @Test
  void whoWaitsTooLongIsRefused() throws Exception {
    start(1);
    ask(GREEDY, "/slow", SHARE);
    awaitBegun(SHARE);

    assertThat(answer(ask(GREEDY, "/quick"))).startsWith(REFUSED);

    ends.release(SHARE);
    assertThat(served(GREEDY, "/quick")).isTrue();
  }

  @Test
  void whoHasHungUpIsNotServed() throws Exception {
    start(PATIENCE_SECONDS);
    ask(GREEDY, "/slow", SHARE);
    awaitBegun(SHARE);
    for (Socket socket : ask(GREEDY, "/gone", LINE - 1)) {
      socket.close();
    }
    Socket last = ask(GREEDY, "/last");
    awaitRead();

    ends.release(SHARE);

    assertThat(answer(last)).startsWith(SERVED);
    assertThat(begun).doesNotContain("/gone").contains("/last");
  }

  @Test
  void requestThatFailsGivesItsPlaceBack() throws Exception {
    start(PATIENCE_SECONDS);
    for (int at = 0; at < 3 * THREADS; at++) {
      assertThat(answer(ask(GREEDY, "/failing"))).startsWith("HTTP/1.1 500 ");
    }
    begun.clear();
    ask(GREEDY, "/slow", SHARE);

    awaitBegun(SHARE);
  }

  @Test
  void requestThatWaitsWithoutAThreadHoldsNoPlace() throws Exception {
    start(PATIENCE_SECONDS);
    List<Socket> greedy = ask(GREEDY, "/parked", SHARE + LINE);
    awaitBegun(SHARE + LINE);

    assertThat(answer(ask(GREEDY, "/quick"))).startsWith(SERVED);

    for (int at = 0; at < SHARE + LINE; at++) {
      Objects.requireNonNull(parked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).endExchange();
    }
    for (Socket socket : greedy) {
      assertThat(answer(socket)).startsWith(SERVED);
    }
  }

  @Test
  void requestsThatAreSentAheadOnOneConnectionCountAsAny() throws Exception {
    start(PATIENCE_SECONDS);
    String quick = "GET /quick HTTP/1.1\r\nHost: h\r\n\r\n";
    String slow = "GET /slow HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    List<Socket> greedy = new ArrayList<>();
    for (int at = 0; at < SHARE; at++) {
      greedy.add(send(GREEDY, quick + slow));
    }
    awaitBegun(2 * SHARE);
    for (int at = 0; at < LINE; at++) {
      greedy.add(send(GREEDY, quick + slow));
    }
    awaitRead();
    assertThat(begun).containsOnly("/other");

    ends.release(SHARE + LINE);
    for (Socket socket : greedy) {
      assertThat(answer(socket).split(SERVED, -1)).hasSize(3);
    }
  }

  @Test
  void nextRequestThatComesWhileOneWaitsIsServedToo() throws Exception {
    start(PATIENCE_SECONDS);
    ask(GREEDY, "/slow", SHARE);
    awaitBegun(SHARE);
    Socket socket = send(GREEDY, "GET /first HTTP/1.1\r\nHost: h\r\n\r\n");
    awaitRead();
    socket
        .getOutputStream()
        .write("GET /second HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));

    ends.release(SHARE);

    assertThat(answer(socket).split(SERVED, -1)).hasSize(3);
  }

  private void start(int seconds) {
    SourceShare share = new SourceShare(LINE, seconds, SourceShareTest::refuse);
    server =
        Undertow.builder()
            .addHttpListener(0, InetAddress.getLoopbackAddress().getHostAddress())
            .setIoThreads(1)
            .setWorkerThreads(THREADS)
            .setHandler(share.before(this::serve))
            .build();
    server.start();
  }

  private void serve(HttpServerExchange exchange) throws InterruptedException {
    begun.add(exchange.getRequestPath());
    switch (exchange.getRequestPath()) {
      case "/slow" -> ends.acquire();
      case "/parked" -> exchange.dispatch(SameThreadExecutor.INSTANCE, () -> parked.add(exchange));
      case "/failing" -> throw new IllegalStateException("as a page may");
      default -> exchange.getResponseSender().send("served");
    }
  }

  private static void refuse(HttpServerExchange exchange) {
    exchange.setStatusCode(429).setPersistent(false).getResponseSender().send("refused");
  }

  /** Until the one thread that reads has come past all that was sent before. */
  private void awaitRead() throws IOException {
    assertThat(answer(ask(OTHER, "/other"))).startsWith(SERVED);
    assertThat(answer(ask(OTHER, "/other"))).startsWith(SERVED);
  }

  private boolean served(String source, String path) throws IOException {
    return answer(ask(source, path)).startsWith(SERVED);
  }

  private void awaitBegun(int requests) throws InterruptedException {
    for (int at = 0; at < requests; at++) {
      assertThat(begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }
  }

  private List<Socket> ask(String source, String path, int times) throws IOException {
    List<Socket> asked = new ArrayList<>();
    for (int at = 0; at < times; at++) {
      asked.add(ask(source, path));
    }
    return asked;
  }

  private Socket ask(String source, String path) throws IOException {
    return send(source, "GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
  }

  private Socket send(String source, String request) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setSoTimeout(PATIENCE_SECONDS * 1000);
    socket.bind(new InetSocketAddress(source, 0));
    socket.connect((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    return socket;
  }

  /** All that comes until the server hangs up. */
  private static String answer(Socket socket) {
    try {
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException silent) {
      return "none: " + silent;
    }
  }
}
