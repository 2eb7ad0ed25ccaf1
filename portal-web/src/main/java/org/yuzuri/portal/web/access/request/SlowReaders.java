package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;

/** Cuts off who takes too little of an answer in any such time. Safe for threads. */
public final class SlowReaders {

  private final CutOff cutOff;
  private final int seconds;
  private final long leastBytes;

  /**
   * With these limits.
   *
   * @param seconds between two looks
   * @param leastBytes what has to be taken in them
   */
  public SlowReaders(int seconds, long leastBytes) {
    this.cutOff = new CutOff("it reads its answer too slowly");
    this.seconds = seconds;
    this.leastBytes = leastBytes;
  }

  /** Watches over an answer of which nothing is sent yet, however long it takes. */
  public void watch(HttpServerExchange exchange) {
    PaceWatch watch =
        new PaceWatch(
            exchange, seconds, leastBytes, HttpServerExchange::isResponseComplete, cutOff::end);
    exchange.addResponseWrapper((next, same) -> new CountedAnswer(next.create(), watch.bytes()));
    watch.begin();
  }
}
