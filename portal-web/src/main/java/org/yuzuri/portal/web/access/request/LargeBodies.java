package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;

/**
 * Limits how many bodies are on their way that a thread waits for, of requests or of answers: of
 * each caller, and at a door. Safe for threads.
 *
 * @param <K> whose line they come or go by
 */
public final class LargeBodies<K> {

  private final OpenCalls<K> callers;
  private final DoorShare share;

  /**
   * For one door.
   *
   * @param limit of one caller at once
   */
  public LargeBodies(int limit, DoorShare share) {
    callers = new OpenCalls<>(limit);
    this.share = share;
  }

  /**
   * Whether a body is one: up to {@link BodyLimitFilter#STRANGERS_BYTES} no thread waits for it.
   */
  public static boolean isLarge(long length) {
    return length > BodyLimitFilter.STRANGERS_BYTES;
  }

  /** Lets one more in until this exchange ends, unless that were too many. */
  public boolean isLetIn(K caller, HttpServerExchange exchange) throws IOException {
    if (!share.isTaken(exchange)) {
      return false;
    }
    if (!callers.isOpened(caller, exchange)) {
      share.giveBack();
      return false;
    }
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          share.giveBack();
          next.proceed();
        });
    return true;
  }
}
