package org.yuzuri.portal.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** Gives the portal its time: UTC, cut to the milliseconds that the database keeps. */
@ApplicationScoped
public class ClockProducer {

  private static final Duration COLUMN_PRECISION = Duration.ofMillis(1);

  /** The clock of every service, timer and entity event. */
  @Produces
  public Clock clock() {
    return Clock.tick(Clock.systemUTC(), COLUMN_PRECISION);
  }
}
