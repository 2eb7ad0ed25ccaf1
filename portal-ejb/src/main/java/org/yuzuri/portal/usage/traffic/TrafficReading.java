package org.yuzuri.portal.usage.traffic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.wire.report.TrafficCounted;

/** What a lender agent has read of the traffic of a lease. Written once, never changed. */
@Entity
class TrafficReading extends TenantRow {

  private long leaseId;
  @Column private long generation;
  private Instant readAt;
  private long sentBytes;
  @Column private long sentPackets;
  private long receivedBytes;
  @Column private long receivedPackets;
  @Column private long moreSent;
  @Column private long moreReceived;
  @Column private Instant receivedAt;

  /** For Hibernate. */
  protected TrafficReading() {}

  /**
   * Not yet kept.
   *
   * @param last of the same hold; null for the first
   * @param from before the hand-over, what passed since a reading of then or later is the tenant's;
   *     null: since none
   * @throws ProblemException INVALID_VALUE: less than the last
   */
  TrafficReading(
      Lease lease,
      TrafficCounted report,
      @Nullable TrafficReading last,
      @Nullable Instant from,
      Instant receivedAt) {
    super(lease.tenantId());
    this.leaseId = lease.id();
    this.generation = report.fence().generation();
    this.readAt = report.at();
    this.sentBytes = report.sentBytes();
    this.sentPackets = report.sentPackets();
    this.receivedBytes = report.receivedBytes();
    this.receivedPackets = report.receivedPackets();
    long sent = last == null ? 0 : more("sentBytes", last.sentBytes, sentBytes);
    long received = last == null ? 0 : more("receivedBytes", last.receivedBytes, receivedBytes);
    Instant handedOver = lease.handedOverAt();
    boolean tenants =
        handedOver != null
            && !readAt.isBefore(handedOver)
            && last != null
            && (isFrom(handedOver, last) || isFrom(from, last));
    this.moreSent = tenants ? sent : 0;
    this.moreReceived = tenants ? received : 0;
    this.receivedAt = receivedAt;
  }

  private static boolean isFrom(@Nullable Instant from, TrafficReading reading) {
    return from != null && !reading.readAt.isBefore(from);
  }

  private static long more(String field, long before, long now) {
    if (now < before) {
      throw ProblemException.invalid(field, now, "at least " + before);
    }
    return now - before;
  }

  Instant readAt() {
    return readAt;
  }

  boolean differsFrom(TrafficReading other) {
    return sentBytes != other.sentBytes || receivedBytes != other.receivedBytes;
  }

  @Override
  public String toString() {
    return "traffic of lease " + leaseId + " at " + readAt + ": " + sentBytes + "/" + receivedBytes;
  }
}
