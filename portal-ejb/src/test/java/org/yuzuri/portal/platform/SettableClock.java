package org.yuzuri.portal.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. */
public final class SettableClock extends Clock {

  private Instant now = Instant.parse("2026-03-01T12:00:00Z");

  /** Lets time pass. */
  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(getZone()) ? this : new InZone(zone);
  }

  /** The same clock, moved with it, in another zone. */
  private final class InZone extends Clock {
    private final ZoneId zone;

    InZone(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return SettableClock.this.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return SettableClock.this.withZone(other);
    }
  }
}
