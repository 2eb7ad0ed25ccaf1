package org.yuzuri.portal.web.access.request;

import io.undertow.server.ExchangeCompletionListener;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.xnio.XnioExecutor;

/**
 * Looks at one exchange on the thread of its connection, and ends it when it has brought too little
 * since the last look.
 */
final class PaceWatch implements Runnable, ExchangeCompletionListener {

  private final HttpServerExchange exchange;
  private final int seconds;
  private final long leastBytes;
  private final Predicate<HttpServerExchange> isOver;
  private final Consumer<HttpServerExchange> end;
  private final AtomicLong bytes = new AtomicLong();
  private long before;
  private volatile XnioExecutor.Key next = () -> false;

  /**
   * Looks at nothing before {@link #begin()}.
   *
   * @param seconds between two looks
   * @param leastBytes what has to have come in them
   * @param isOver whether nothing more is waited for
   * @param end what becomes of an exchange that is too slow
   */
  PaceWatch(
      HttpServerExchange exchange,
      int seconds,
      long leastBytes,
      Predicate<HttpServerExchange> isOver,
      Consumer<HttpServerExchange> end) {
    this.exchange = exchange;
    this.seconds = seconds;
    this.leastBytes = leastBytes;
    this.isOver = isOver;
    this.end = end;
  }

  /** To be added to, as bytes come or go. */
  AtomicLong bytes() {
    return bytes;
  }

  void begin() {
    if (!isOver.test(exchange)) {
      exchange.addExchangeCompleteListener(this);
      again();
    }
  }

  private void again() {
    next = exchange.getIoThread().executeAfter(this, seconds, TimeUnit.SECONDS);
  }

  @Override
  public void run() {
    if (isOver.test(exchange)) {
      return;
    }
    long now = bytes.get();
    if (now - before < leastBytes) {
      end.accept(exchange);
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
