package org.yuzuri.portal.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.state.Cause;

class LeaseMeterTest {

  private static final Instant HAND_OVER = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void installationIsNotCounted() {
    LeaseMeter meter = LeaseMeter.of(lease(LeasePeriod.of(24), "JPY"), HAND_OVER);

    assertThat(meter.had()).isZero();
    assertThat(meter.left()).isNull();
  }

  @Test
  void whatWasHadIsCountedBySecondsFromTheHandOver() {
    Lease lease = lease(LeasePeriod.of(24), "EUR");
    happens(lease, LeaseEvent.HAND_OVER, HAND_OVER);

    LeaseMeter meter = LeaseMeter.of(lease, HAND_OVER.plusSeconds(5400));
    assertThat(meter.had()).isEqualTo(Duration.ofMinutes(90));
    assertThat(meter.left()).isEqualTo(Duration.ofMinutes(22 * 60 + 30));
  }

  @Test
  void meterStopsWithTheCutOff() {
    Lease lease = lease(LeasePeriod.OPEN, "JPY");
    happens(lease, LeaseEvent.HAND_OVER, HAND_OVER);
    happens(lease, LeaseEvent.RETURN, HAND_OVER.plusSeconds(3500));
    happens(lease, LeaseEvent.CUT_OFF, HAND_OVER.plusSeconds(3600));

    LeaseMeter meter = LeaseMeter.of(lease, HAND_OVER.plusSeconds(99_999));
    assertThat(meter.had()).isEqualTo(Duration.ofHours(1));
    assertThat(meter.left()).isNull();
  }

  private static Lease lease(LeasePeriod period, String currency) {
    return new Lease(
        new LeaseTerms(1, 1, 1, 1, period, new BigDecimal("10.5"), currency),
        HAND_OVER.minusSeconds(900));
  }

  private static void happens(Lease lease, LeaseEvent event, Instant at) {
    lease.apply(event, Cause.of(Actor.system("trial"), at, "BY_HAND"));
  }
}
