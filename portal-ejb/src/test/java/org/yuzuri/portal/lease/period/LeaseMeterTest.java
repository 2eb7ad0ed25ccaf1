package org.yuzuri.portal.lease.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseTerms;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.MemoryLeases;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.MemoryEvents;

class LeaseMeterTest {

  private static final Leases LEASES =
      new Leases(new MemoryLeases(), new MemoryEvents(), List.of());

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
    LeaseTerms terms = new LeaseTerms(1, 1, 1, 1, period, new BigDecimal("10.5"), currency);
    return LEASES.open(terms, HAND_OVER.minusSeconds(900));
  }

  private static void happens(Lease lease, LeaseEvent event, Instant at) {
    LEASES.happened(lease, event, Cause.of(Actor.system("trial"), at, "BY_HAND"));
  }
}
