package org.yuzuri.lender.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Closes the connection of whoever has not sent a whole request in time, however it trickles. */
final class RequestDeadline implements HttpHandler {

  private static final Logger log = LoggerFactory.getLogger(RequestDeadline.class);

  private final Duration longest;
  private final HttpHandler next;

  /**
   * Holds requests to a deadline.
   *
   * @param longest from the end of the headers to the end of the body
   */
  RequestDeadline(Duration longest, HttpHandler next) {
    this.longest = longest;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!exchange.isRequestComplete()) {
      XnioExecutor.Key end =
          exchange
              .getIoThread()
              .executeAfter(() -> end(exchange), longest.toMillis(), TimeUnit.MILLISECONDS);
      exchange.addExchangeCompleteListener(
          (ended, more) -> {
            end.remove();
            more.proceed();
          });
    }
    next.handleRequest(exchange);
  }

  private void end(HttpServerExchange exchange) {
    if (!exchange.isRequestComplete()) {
      log.warn(
          "{} has not sent its request within {} s and is cut off",
          exchange.getSourceAddress().getAddress().getHostAddress(),
          longest.toSeconds());
      IoUtils.safeClose(exchange.getConnection());
    }
  }
}
