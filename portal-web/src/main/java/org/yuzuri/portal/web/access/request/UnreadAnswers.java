package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/**
 * Lets few threads wait for who leaves an answer unread. One that the connection takes at once is
 * none of them; who has too many is cut off, and who takes too little of one. Safe for threads.
 *
 * @param <K> whom answers are for
 */
final class UnreadAnswers<K> {

  private static final CutOff TOO_MANY = new CutOff("too many answers wait for it to read on");

  private final CutOff tooSlow = new CutOff("it reads its answer too slowly");
  private final LargeBodies<K> waitedFor;
  private final int seconds;
  private final long leastBytes;

  /**
   * With these limits.
   *
   * @param waitedFor how many may be waited for at once
   * @param seconds between two looks
   * @param leastBytes what has to be taken in them
   */
  UnreadAnswers(LargeBodies<K> waitedFor, int seconds, long leastBytes) {
    this.waitedFor = waitedFor;
    this.seconds = seconds;
    this.leastBytes = leastBytes;
  }

  /** Watches over an answer of which nothing is sent yet. */
  void watch(HttpServerExchange exchange, K caller) {
    PaceWatch watch =
        new PaceWatch(
            exchange, seconds, leastBytes, HttpServerExchange::isResponseComplete, tooSlow::end);
    exchange.addResponseWrapper(
        (next, same) ->
            new AwaitedAnswer(
                new CountedAnswer(next.create(), watch.bytes()),
                () -> letWait(exchange, caller, watch)));
  }

  private void letWait(HttpServerExchange exchange, K caller, PaceWatch watch) throws IOException {
    if (!waitedFor.isLetIn(caller, exchange)) {
      TOO_MANY.end(exchange);
      throw new ClosedChannelException();
    }
    watch.begin();
  }
}
