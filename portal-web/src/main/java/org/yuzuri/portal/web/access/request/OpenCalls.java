package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How many calls of each caller are open: those at work and those that wait. Safe for threads.
 *
 * @param <K> who calls
 */
public final class OpenCalls<K> {

  private final int limit;
  private final Map<K, Integer> open = new ConcurrentHashMap<>();

  public OpenCalls(int limit) {
    this.limit = limit;
  }

  /** Opens one more until this exchange ends, unless that were too many. */
  public boolean isOpened(K caller, HttpServerExchange exchange) {
    boolean opened = isOpened(caller);
    if (opened) {
      // Undertow's listener, because that of the servlet API may be added too late.
      exchange.addExchangeCompleteListener(
          (ended, next) -> {
            close(caller);
            next.proceed();
          });
    }
    return opened;
  }

  /** Opens one more, unless that were too many; one that is open is to be closed. */
  boolean isOpened(K caller) {
    if (open.merge(caller, 1, Integer::sum) <= limit) {
      return true;
    }
    close(caller);
    return false;
  }

  void close(K caller) {
    open.computeIfPresent(caller, (same, count) -> count == 1 ? null : count - 1);
    synchronized (this) {
      notifyAll();
    }
  }

  /** Waits until none is open any more, at most for so long. */
  public synchronized void awaitNone(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long left = longest.toMillis();
    while (left > 0 && !open.isEmpty()) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }
}
