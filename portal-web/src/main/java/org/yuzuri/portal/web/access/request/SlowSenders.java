package org.yuzuri.portal.web.access.request;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.yuzuri.portal.platform.LineRate;

/**
 * Cuts off who has not sent all of a request in time; who sends a whole file, when it has brought
 * too little in any such time. Safe for threads.
 */
final class SlowSenders {

  private static final Logger log = LoggerFactory.getLogger(SlowSenders.class);

  private final LineRate lines = new LineRate();
  private final int seconds;
  private final long leastBytes;

  /**
   * With these limits.
   *
   * @param seconds in which a request has to be there
   * @param leastBytes what a file has to bring in each of these times
   */
  SlowSenders(int seconds, long leastBytes) {
    this.seconds = seconds;
    this.leastBytes = leastBytes;
  }

  /** Watches over a request that has to be there in time. */
  void watch(HttpServerExchange exchange) {
    watch(exchange, new Watch(exchange, Long.MAX_VALUE));
  }

  /** Watches over a file, however long it takes. */
  void watchFile(HttpServerExchange exchange) {
    Watch watch = new Watch(exchange, leastBytes);
    exchange.addRequestWrapper((next, same) -> new CountedBody(next.create(), watch.bytes));
    watch(exchange, watch);
  }

  private static void watch(HttpServerExchange exchange, Watch watch) {
    if (!exchange.isRequestComplete()) {
      exchange.addExchangeCompleteListener(watch);
      watch.again();
    }
  }

  /** Looks at one request on the thread of its connection. */
  private final class Watch implements Runnable, ExchangeCompletionListener {

    private final HttpServerExchange exchange;
    private final long atLeast;
    private final AtomicLong bytes = new AtomicLong();
    private long before;
    private volatile XnioExecutor.Key next = () -> false;

    Watch(HttpServerExchange exchange, long atLeast) {
      this.exchange = exchange;
      this.atLeast = atLeast;
    }

    void again() {
      next = exchange.getIoThread().executeAfter(this, seconds, TimeUnit.SECONDS);
    }

    @Override
    public void run() {
      if (exchange.isRequestComplete()) {
        return;
      }
      long now = bytes.get();
      if (now - before < atLeast) {
        end(exchange);
      } else {
        before = now;
        again();
      }
    }

    @Override
    public void exchangeEvent(HttpServerExchange ended, NextListener more) {
      next.remove();
      more.proceed();
    }
  }

  private void end(HttpServerExchange exchange) {
    String source = exchange.getSourceAddress().getAddress().getHostAddress();
    lines
        .line(source, "late")
        .ifPresent(
            untold ->
                log.warn(
                    "{} sends its request too slowly and is cut off after {} s ({} like it before"
                        + " were left out)",
                    source,
                    seconds,
                    untold));
    IoUtils.safeClose(exchange.getConnection());
  }
}
