package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Lets few threads wait for who leaves an answer unread, and cuts off who takes too little of one
 * in any such time. Safe for threads.
 *
 * @param <K> whom answers are for
 */
public final class UnreadAnswers<K> {

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
  public UnreadAnswers(LargeBodies<K> waitedFor, int seconds, long leastBytes) {
    this.waitedFor = waitedFor;
    this.seconds = seconds;
    this.leastBytes = leastBytes;
  }

  /**
   * Lets one more go out that is long, and watches over it from its begin, unless that were too
   * many.
   */
  public boolean isLetOut(K caller, HttpServerExchange exchange) throws IOException {
    if (!waitedFor.isLetIn(caller, exchange)) {
      return false;
    }
    PaceWatch watch = pace(exchange);
    exchange.addResponseWrapper((next, same) -> new CountedAnswer(next.create(), watch.bytes()));
    watch.begin();
    return true;
  }

  /**
   * Watches over any answer, of which nothing is sent yet. One that the connection takes at once is
   * none of those that are waited for; whose are too many is cut off.
   */
  void watch(HttpServerExchange exchange, K caller) {
    PaceWatch watch = pace(exchange);
    exchange.addResponseWrapper(
        (next, same) ->
            new AwaitedAnswer(
                new CountedAnswer(next.create(), watch.bytes()),
                () -> letWait(exchange, caller, watch)));
  }

  private PaceWatch pace(HttpServerExchange exchange) {
    return new PaceWatch(
        exchange, seconds, leastBytes, HttpServerExchange::isResponseComplete, tooSlow::end);
  }

  private void letWait(HttpServerExchange exchange, K caller, PaceWatch watch) throws IOException {
    if (!waitedFor.isLetIn(caller, exchange)) {
      TOO_MANY.end(exchange);
      throw new ClosedChannelException();
    }
    watch.begin();
  }

  /** Whether a thread may wait. */
  @FunctionalInterface
  private interface Wait {
    /**
     * Asks once.
     *
     * @throws IOException it may not; the answer is broken off
     */
    void begin() throws IOException;
  }

  /** Asks, before a thread waits for the reader of an answer for the first time. */
  private static final class AwaitedAnswer extends AbstractStreamSinkConduit<StreamSinkConduit> {

    private final Wait wait;
    private boolean asked;

    AwaitedAnswer(StreamSinkConduit next, Wait wait) {
      super(next);
      this.wait = wait;
    }

    @Override
    public void awaitWritable() throws IOException {
      ask();
      next.awaitWritable();
    }

    @Override
    public void awaitWritable(long time, TimeUnit unit) throws IOException {
      ask();
      next.awaitWritable(time, unit);
    }

    private void ask() throws IOException {
      if (!asked) {
        asked = true;
        wait.begin();
      }
    }
  }
}
