package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.Options;

/**
 * Limits how many bodies are on their way that a thread waits for: of each sender, and at a door,
 * where a quarter of the threads is left to everybody else, however many senders come together.
 * Safe for threads.
 *
 * @param <K> who sends
 */
public final class LargeBodies<K> {

  private static final int QUARTERS = 4;

  private final OpenCalls<K> senders;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * For one door.
   *
   * @param limit of one sender at once
   */
  public LargeBodies(int limit) {
    senders = new OpenCalls<>(limit);
  }

  /**
   * Whether a body is one: up to {@link BodyLimitFilter#STRANGERS_BYTES} no thread waits for it.
   */
  public static boolean isLarge(long length) {
    return length > BodyLimitFilter.STRANGERS_BYTES;
  }

  /** Lets one more in until this exchange ends, unless that were too many. */
  public boolean isLetIn(K sender, HttpServerExchange exchange) throws IOException {
    int threads =
        Objects.requireNonNull(
            exchange.getConnection().getWorker().getOption(Options.WORKER_TASK_MAX_THREADS));
    if (open.incrementAndGet() > threads - threads / QUARTERS
        || !senders.isOpened(sender, exchange)) {
      open.decrementAndGet();
      return false;
    }
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          open.decrementAndGet();
          next.proceed();
        });
    return true;
  }
}
