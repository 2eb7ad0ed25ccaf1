package org.yuzuri.lender.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.lender.http.guard.OncePerMinute;

/**
 * Gives each source a budget of requests, so that one server that floods the boot endpoints does
 * not hold up what others boot. Whoever has used it up is answered 503, which a booting server asks
 * again after, and hung up on; how often it may connect again is the firewall's matter. A budget
 * comes back by itself. Safe for threads.
 */
final class SourceBudget implements HttpHandler {

  /** A server that installs asks one or two a second; a log that has piled up goes by hundreds. */
  static final int MOST_AT_ONCE = 200;

  static final int PER_SECOND = 20;

  /** More than the addresses of a usual boot network; the one that was quiet longest goes first. */
  private static final int MOST_SOURCES = 4096;

  private static final long NANOS_A_REQUEST = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
  private static final long NANOS_AT_ONCE = NANOS_A_REQUEST * MOST_AT_ONCE;
  private static final Logger log = LoggerFactory.getLogger(SourceBudget.class);

  private final HttpHandler next;
  private final OncePerMinute told;
  private final LongSupplier nanoTime;

  /** Of each source, when its budget will be whole again. */
  private final Map<String, Long> wholeAt =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_SOURCES;
        }
      };

  /**
   * Every budget is whole at first.
   *
   * @param told how often the log says who is over
   * @param nanoTime as {@link System#nanoTime}
   */
  SourceBudget(HttpHandler next, OncePerMinute told, LongSupplier nanoTime) {
    this.next = next;
    this.told = told;
    this.nanoTime = nanoTime;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String source = exchange.getSourceAddress().getAddress().getHostAddress();
    if (takes(source)) {
      next.handleRequest(exchange);
      return;
    }
    if (told.isDue(source)) {
      log.warn("{} asks more than {} times a second and is refused", source, PER_SECOND);
    }
    exchange.setPersistent(false);
    exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE);
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
    exchange.getResponseSender().send("TOO_MANY_REQUESTS: ask again\n");
  }

  private synchronized boolean takes(String source) {
    long now = nanoTime.getAsLong();
    long whole = wholeAt.getOrDefault(source, now);
    long then = (whole - now > 0 ? whole : now) + NANOS_A_REQUEST;
    if (then - now > NANOS_AT_ONCE) {
      return false;
    }
    wholeAt.put(source, then);
    return true;
  }
}
