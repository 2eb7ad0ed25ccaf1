package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.usage.MeteringService;
import org.yuzuri.portal.usage.traffic.Traffic;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.value.Fence;

/** From what a lender agent reads to what is written down as used, on a real database. */
class TrafficIT {

  private static final long GB = 1_000_000_000;

  private final BilledSite billed = new BilledSite();
  private final Instant now = billed.now;
  private final Instant handedOver = now.minus(Duration.ofHours(5));
  private final Instant installed = handedOver.minus(Duration.ofMinutes(2));
  private final long lease = billed.lease(Duration.ofHours(5));

  @Test
  void whatPassedSinceTheFirstReadingIsUsedInTheHourInWhichItWasRead() {
    read(Duration.ofMinutes(1), 7 * GB, 100 * GB);
    read(Duration.ofMinutes(90), 9 * GB, 100 * GB);
    read(Duration.ofMinutes(91), 10 * GB, 104 * GB);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(3 * GB);
    assertThat(used("TRAFFIC_RECEIVED")).isEqualTo(4 * GB);
    assertThat(
            number(
                "select count(*) from usage_record where kind = 'TRAFFIC_RECEIVED' and hour = '"
                    + sqlTime(handedOver.plus(Duration.ofMinutes(91)).truncatedTo(ChronoUnit.HOURS))
                    + "' and lease_id = "
                    + lease))
        .isEqualTo(1);
    billed.write(lease);
    assertThat(used("TRAFFIC_SENT")).isEqualTo(3 * GB);
  }

  /** What passed between the hand-over and the first reading behind it is not free. */
  @Test
  void countingBeginsAtTheLastReadingBeforeTheHandOver() {
    read(Duration.ofMinutes(-30), 2 * GB, 2 * GB);
    read(Duration.ofMinutes(-1), 4 * GB, 4 * GB);
    read(Duration.ofMinutes(10), 5 * GB, 4 * GB);
    read(Duration.ofMinutes(20), 6 * GB, 7 * GB);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(2 * GB);
    assertThat(used("TRAFFIC_RECEIVED")).isEqualTo(3 * GB);
  }

  /** An agent that takes no reading when the installation has ended: its last one is of before. */
  @Test
  void nothingOfTheInstallationIsUsedWhateverTheAgentReads() {
    read(Duration.ofMinutes(-30), 2 * GB, 2 * GB);
    read(Duration.ofMinutes(-2).minusSeconds(31), 4 * GB, 4 * GB);
    read(Duration.ofMinutes(12), 9 * GB, 9 * GB);
    read(Duration.ofMinutes(27), 10 * GB, 11 * GB);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(GB);
    assertThat(used("TRAFFIC_RECEIVED")).isEqualTo(2 * GB);
  }

  /** The reading at its end is of a clock that may be a little behind the portal's. */
  @Test
  void readingAtTheEndOfTheInstallationMayBeOfAClockThatIsALittleBehind() {
    read(Duration.ofMinutes(-2).minusSeconds(30), 4 * GB, 4 * GB);
    read(Duration.ofMinutes(12), 9 * GB, 4 * GB);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(5 * GB);
  }

  @Test
  void whatPassedWhileItWasInstalledIsNotUsed() {
    read(Duration.ofMinutes(-30), 2 * GB, 2 * GB);
    read(Duration.ofMinutes(-15), 3 * GB, 2 * GB);
    read(Duration.ofMinutes(-1), 4 * GB, 4 * GB);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isZero();
    assertThat(used("TRAFFIC_RECEIVED")).isZero();
  }

  /**
   * The agent closes the port at the isolation, and reads once more; its clock is not the portal's.
   */
  @Test
  void lastReadingOfAClockThatIsALittleAheadIsUsedInTheLastHour() {
    Instant cutOff = now.truncatedTo(ChronoUnit.HOURS).minusSeconds(3601);
    read(Duration.ofMinutes(10), GB, 0);
    happens(LeaseEvent.RETURN, cutOff);
    happens(LeaseEvent.CUT_OFF, cutOff);
    billed.write(lease);

    read(Duration.between(handedOver, cutOff.plusSeconds(30)), 3 * GB, 0);
    read(Duration.between(handedOver, cutOff.plusSeconds(31)), 9 * GB, 0);
    assertThat(due()).isTrue();
    billed.write(lease);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(2 * GB);
    assertThat(
            number(
                "select count(*) from usage_record where kind = 'TRAFFIC_SENT' and hour = '"
                    + sqlTime(cutOff.truncatedTo(ChronoUnit.HOURS))
                    + "' and lease_id = "
                    + lease))
        .isEqualTo(1);
  }

  @Test
  void whatComesTwiceOrLateChangesNothing() {
    read(Duration.ofMinutes(10), GB, GB);
    read(Duration.ofMinutes(30), 3 * GB, GB);
    read(Duration.ofMinutes(30), 3 * GB, GB);
    read(Duration.ofMinutes(20), 2 * GB, GB);
    read(Duration.ofMinutes(20), 90 * GB, GB);
    read(Duration.ofMinutes(40), 3 * GB, GB);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(2 * GB);
    assertThat(readings()).isEqualTo(2);
  }

  @Test
  void whatIsSmallerThanKnownOrOfATimeToComeIsRefused() {
    read(Duration.ofMinutes(10), 5 * GB, 5 * GB);

    assertThatThrownBy(() -> read(Duration.ofMinutes(20), 5 * GB - 1, 6 * GB))
        .hasMessageContaining("sentBytes")
        .hasMessageContaining("at least " + 5 * GB);
    assertThatThrownBy(() -> read(Duration.ofMinutes(20), 5 * GB, 0))
        .hasMessageContaining("receivedBytes");
    assertThatThrownBy(
            () -> read(Duration.between(handedOver, now).plusMinutes(15), 9 * GB, 9 * GB))
        .hasMessageContaining("at");
    assertThat(readings()).isEqualTo(1);
  }

  @Test
  void countersOfAnotherHoldBeginAtNothing() {
    read(1, Duration.ofMinutes(10), 5 * GB, 0);
    read(1, Duration.ofMinutes(20), 6 * GB, 0);
    read(2, Duration.ofMinutes(30), GB, 0);
    read(2, Duration.ofMinutes(40), 4 * GB, 0);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(4 * GB);
  }

  @Test
  void hugeTotalsAreCountedAsTheyAre() {
    read(Duration.ofMinutes(10), 0, 0);
    read(Duration.ofMinutes(20), TrafficCounted.MOST, TrafficCounted.MOST);
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(TrafficCounted.MOST);
    assertThat(used("TRAFFIC_RECEIVED")).isEqualTo(TrafficCounted.MOST);
  }

  @Test
  void readingThatComesLateIsOneMoreRecordAndOfAfterTheCutOffIsNot() {
    read(Duration.ofMinutes(10), GB, 0);
    happens(LeaseEvent.RETURN, now.minus(Duration.ofHours(2)));
    happens(LeaseEvent.CUT_OFF, now.minus(Duration.ofHours(2)));
    billed.write(lease);
    assertThat(used("TRAFFIC_SENT")).isZero();
    assertThat(due()).isFalse();

    read(Duration.ofMinutes(170), 3 * GB, 0);
    read(Duration.ofMinutes(190), 9 * GB, 0);
    assertThat(due()).isTrue();
    billed.write(lease);

    assertThat(used("TRAFFIC_SENT")).isEqualTo(2 * GB);
    assertThat(due()).isFalse();
  }

  @Test
  void readingsAreWrittenOnce() {
    read(Duration.ofMinutes(10), GB, 0);

    assertThatThrownBy(
            () -> billed.sql("update traffic_reading set sent_bytes = 2 where lease_id = " + lease))
        .hasMessageContaining("traffic_reading is written once");
    assertThatThrownBy(() -> billed.sql("delete from traffic_reading where lease_id = " + lease))
        .hasMessageContaining("traffic_reading is kept for ever");
  }

  private void read(Duration afterHandOver, long sent, long received) {
    read(1, afterHandOver, sent, received);
  }

  private void read(long generation, Duration afterHandOver, long sent, long received) {
    TrafficCounted report =
        new TrafficCounted(
            UUID.randomUUID(),
            handedOver.plus(afterHandOver),
            new Fence(billed.site.serverId, lease, generation),
            sent,
            sent / 1000,
            received,
            received / 1000);
    billed.site.portal(
        b -> {
          b.get(Traffic.class).counted(b.get(Leases.class).locked(lease), report, installed);
          return true;
        });
  }

  private void happens(LeaseEvent event, Instant at) {
    billed.site.portal(
        b -> {
          Cause cause = Cause.of(Actor.system("trial"), at, "BY_HAND");
          b.get(Leases.class).happened(b.get(Leases.class).locked(lease), event, cause);
          return true;
        });
  }

  private boolean due() {
    return billed.site.portal(
        b -> b.get(MeteringService.class).listDue(0, 100_000).contains(lease));
  }

  private long used(String kind) {
    return number(
        "select coalesce(sum(pieces), 0) from usage_record where kind = '"
            + kind
            + "' and lease_id = "
            + lease);
  }

  private long readings() {
    return number("select count(*) from traffic_reading where lease_id = " + lease);
  }

  private long number(String query) {
    return billed.site.database.number(query);
  }

  private static String sqlTime(Instant at) {
    return at.toString().substring(0, 19).replace('T', ' ');
  }
}
