package org.yuzuri.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.yuzuri.host.command.Pause;

/** A clock that stands still but in pauses, which take no time. */
public final class PassingTime extends Clock implements Pause {

  private Instant now = Instant.parse("2026-01-31T12:00:00Z");

  @Override
  public void of(Duration wait) {
    now = now.plus(wait);
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
    return Clock.fixed(now, zone);
  }
}
