package org.yuzuri.lender.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.RequestBufferingHandler;
import java.time.Clock;
import java.time.Duration;
import org.yuzuri.lender.http.guard.OncePerMinute;
import org.yuzuri.wire.value.Ipv4Address;

/** The HTTP server on the boot network. */
public final class BootServer implements AutoCloseable {

  private static final int IO_THREADS = 2;
  private static final int WORKER_THREADS = 16;
  private static final int IDLE_MILLISECONDS = 60_000;
  private static final int STALLED_MILLISECONDS = 300_000;
  private static final int PARSE_MILLISECONDS = 10_000;
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(15);

  /** Of 16 KiB (Undertow's own); room for the largest result of an inspection or erasure. */
  private static final int REQUEST_BUFFERS = 17;

  private static final int MOST_HEADERS = 50;
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final long MOST_BODY_BYTES = 1024 * 1024;

  private final Undertow server;

  public BootServer(Ipv4Address address, int port, HttpHandler handler) {
    this(address, port, handler, LONGEST_REQUEST);
  }

  BootServer(Ipv4Address address, int port, HttpHandler handler, Duration longestRequest) {
    // A worker is not asked before the body is there: the slow have none of the others' places.
    HttpHandler whole = new RequestBufferingHandler(handler, REQUEST_BUFFERS);
    HttpHandler budget =
        new SourceBudget(whole, new OncePerMinute(Clock.systemUTC()), System::nanoTime);
    server =
        Undertow.builder()
            .addHttpListener(port, address.text())
            .setIoThreads(IO_THREADS)
            .setWorkerThreads(WORKER_THREADS)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MOST_BODY_BYTES)
            .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MOST_HEADER_BYTES)
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLISECONDS)
            .setServerOption(UndertowOptions.IDLE_TIMEOUT, STALLED_MILLISECONDS)
            .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, PARSE_MILLISECONDS)
            .setHandler(new RequestDeadline(longestRequest, budget))
            .build();
  }

  public void start() {
    server.start();
  }

  @Override
  public void close() {
    server.stop();
  }
}
