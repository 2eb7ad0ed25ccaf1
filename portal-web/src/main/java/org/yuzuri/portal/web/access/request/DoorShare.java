package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xnio.Options;

/**
 * How many threads of a door may wait for somebody's line at once, so that the others answer
 * everybody else, however many come together. Safe for threads.
 */
public final class DoorShare {

  private static final int QUARTERS = 4;
  private static final int LARGEST = 3;

  private final int quarters;
  private final @Nullable DoorShare whole;
  private final AtomicInteger taken = new AtomicInteger();

  private DoorShare(int quarters, @Nullable DoorShare whole) {
    this.quarters = quarters;
    this.whole = whole;
  }

  /** Three quarters of a door's threads. */
  public static DoorShare ofOneDoor() {
    return new DoorShare(LARGEST, null);
  }

  /** Half of the door's threads, which count as this one's too. */
  public DoorShare half() {
    return new DoorShare(QUARTERS / 2, this);
  }

  /** Takes one more thread, to be given back, unless that were too many. */
  boolean isTaken(HttpServerExchange exchange) throws IOException {
    int threads = threads(exchange);
    if (taken.incrementAndGet() <= threads - threads * (QUARTERS - quarters) / QUARTERS
        && (whole == null || whole.isTaken(exchange))) {
      return true;
    }
    taken.decrementAndGet();
    return false;
  }

  /** How many the door has that this came in by. */
  static int threads(HttpServerExchange exchange) throws IOException {
    return Objects.requireNonNull(
        exchange.getConnection().getWorker().getOption(Options.WORKER_TASK_MAX_THREADS));
  }

  void giveBack() {
    taken.decrementAndGet();
    if (whole != null) {
      whole.giveBack();
    }
  }
}
