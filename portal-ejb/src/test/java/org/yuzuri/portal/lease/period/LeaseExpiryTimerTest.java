package org.yuzuri.portal.lease.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.epoch.ScriptedEpochs;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseTerms;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.MemoryLeases;
import org.yuzuri.portal.server.MemoryServers;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.MemoryEvents;

/** Leases that cannot be ended, and others behind them. */
class LeaseExpiryTimerTest {

  private static final Instant END = Instant.parse("2026-03-01T10:00:00Z");
  private static final int FAILING = 20;

  private final MutableClock clock = MutableClock.of(END, ZoneOffset.UTC);
  private final MemoryLeases rows = new MemoryLeases();
  private final List<Long> tried = new ArrayList<>();
  private final LeaseExpiryTimer timer = new LeaseExpiryTimer();

  // The container is not there: the test puts in what it would.
  @SuppressWarnings("UnnecessaryAssignment")
  @BeforeEach
  void fillABatchWithLeasesThatFail() {
    for (int n = 0; n < FAILING + 1; n++) {
      addEndingAt(END, n + 1L);
    }
    timer.leases = new Scripted();
    timer.leases.repository = rows;
    timer.leases.leases = new Leases(rows, null, List.of());
    timer.leases.servers =
        new Servers(new MemoryServers(), new MemoryEvents(), new ScriptedEpochs());
    timer.leases.clock = clock;
    timer.asSystem = new AsSystem();
  }

  private void addEndingAt(Instant end, long server) {
    Instant handOver = end.minus(Duration.ofHours(1));
    LeaseTerms terms = new LeaseTerms(1, 1, server, 1, LeasePeriod.of(1), BigDecimal.ONE, "JPY");
    Lease lease = new Lease(terms, handOver.minus(Duration.ofHours(1)));
    rows.add(lease);
    new Leases(rows, new MemoryEvents(), List.of())
        .happened(
            lease, LeaseEvent.HAND_OVER, Cause.of(Actor.system("trial"), handOver, "HANDED_OVER"));
  }

  @Test
  void batchOfFailingLeasesKeepsTheNextOneWaitingForOneTickOnly() {
    timer.run();
    assertThat(tried).hasSize(FAILING);

    clock.add(Duration.ofSeconds(10));
    timer.run();
    assertThat(tried).hasSize(FAILING + 1).last().isEqualTo(FAILING + 1L);
  }

  @Test
  void failingLeaseIsTriedAgainAfterItsPause() {
    timer.run();
    clock.add(Duration.ofMinutes(1));
    timer.run();

    assertThat(tried.stream().filter(id -> id == 1L)).hasSize(2);
  }

  /** The first twenty cannot be ended. */
  private final class Scripted extends LeaseExpiryService {

    @Override
    public void expire(long id) {
      tried.add(id);
      if (id <= FAILING) {
        throw new IllegalStateException("on purpose");
      }
    }
  }
}
