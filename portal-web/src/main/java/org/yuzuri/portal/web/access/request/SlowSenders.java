package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;

/**
 * Cuts off who has not sent all of a request in time; who sends a whole file, when it has brought
 * too little in any such time. Safe for threads.
 */
final class SlowSenders {

  private final CutOff cutOff;
  private final int seconds;
  private final long leastBytes;

  /**
   * With these limits.
   *
   * @param seconds in which a request has to be there
   * @param leastBytes what a file has to bring in each of these times
   */
  SlowSenders(int seconds, long leastBytes) {
    this.cutOff = new CutOff("it sends its request too slowly");
    this.seconds = seconds;
    this.leastBytes = leastBytes;
  }

  /** Watches over a request that has to be there in time. */
  void watch(HttpServerExchange exchange) {
    watch(exchange, Long.MAX_VALUE).begin();
  }

  /** Watches over a file, however long it takes. */
  void watchFile(HttpServerExchange exchange) {
    PaceWatch watch = watch(exchange, leastBytes);
    exchange.addRequestWrapper((next, same) -> new CountedBody(next.create(), watch.bytes()));
    watch.begin();
  }

  private PaceWatch watch(HttpServerExchange exchange, long atLeast) {
    return new PaceWatch(
        exchange, seconds, atLeast, HttpServerExchange::isRequestComplete, cutOff::end);
  }
}
