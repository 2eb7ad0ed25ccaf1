package org.yuzuri.lender.http.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether something is to be said again: the same once a minute, so that a server that asks every
 * second fills neither log nor reports. Remembers the last 1000. Safe for threads.
 */
public final class OncePerMinute {

  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 1000;

  private final Clock clock;
  private final Map<String, Instant> lastSaid =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  public OncePerMinute(Clock clock) {
    this.clock = clock;
  }

  /** True when this was not said within the last minute; it counts as said now. */
  public synchronized boolean isDue(String what) {
    Instant now = clock.instant();
    Instant last = lastSaid.get(what);
    if (last != null && now.isBefore(last.plus(QUIET))) {
      return false;
    }
    lastSaid.remove(what);
    lastSaid.put(what, now);
    return true;
  }
}
