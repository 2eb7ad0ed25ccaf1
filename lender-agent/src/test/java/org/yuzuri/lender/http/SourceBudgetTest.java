package org.yuzuri.lender.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.lender.http.guard.OncePerMinute;

/** A source that floods over one connection, and what others get meanwhile. */
final class SourceBudgetTest {

  private static final String POST =
      "POST /boot/x/log HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nstolen";

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1000);
  private final AtomicInteger heard = new AtomicInteger();
  private Undertow server;
  private InetSocketAddress address;

  @BeforeEach
  void start() {
    SourceBudget budget =
        new SourceBudget(
            exchange -> {
              heard.incrementAndGet();
              exchange.setStatusCode(403).endExchange();
            },
            new OncePerMinute(Clock.systemUTC()),
            nanos::get);
    server = Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(budget).build();
    server.start();
    address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void floodIsHeardUpToItsBudgetThenHungUpOn() throws IOException {
    flood();

    assertThat(heard).hasValue(SourceBudget.MOST_AT_ONCE);
  }

  @Test
  void whoConnectsAgainIsToldToAskLater() throws IOException {
    flood();

    assertThat(posts("127.0.0.2", 1)).startsWith("HTTP/1.1 503").contains("Retry-After: 1\r\n");
    assertThat(heard).hasValue(SourceBudget.MOST_AT_ONCE);
  }

  @Test
  void otherSourcesHaveTheirs() throws IOException {
    flood();

    assertThat(posts("127.0.0.3", 1)).startsWith("HTTP/1.1 403");
  }

  @Test
  void budgetComesBackWithTimeAndIsNeverMoreThanAtFirst() throws IOException {
    flood();

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
    heard.set(0);
    flood();
    assertThat(heard).hasValue(2 * SourceBudget.PER_SECOND);

    nanos.addAndGet(TimeUnit.HOURS.toNanos(2));
    heard.set(0);
    flood();
    assertThat(heard).hasValue(SourceBudget.MOST_AT_ONCE);
  }

  /** What is not read any more comes back as a reset, and may take the answers with it. */
  private void flood() throws IOException {
    try {
      posts("127.0.0.2", 1000);
    } catch (SocketException hungUp) {
      assertThat(hungUp).hasMessageMatching("Connection reset.*|Broken pipe");
    }
  }

  /** All that is answered to so many posts at once, until the server hangs up or says no more. */
  private String posts(String source, int count) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(source), 0));
      socket.connect(address);
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(POST.repeat(count).getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
