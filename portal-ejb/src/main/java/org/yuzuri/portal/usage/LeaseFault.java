package org.yuzuri.portal.usage;

import jakarta.persistence.Entity;
import java.time.Instant;
import org.yuzuri.billing.metering.LeaseEvent;
import org.yuzuri.portal.platform.TenantRow;

/** A fault of the datacenter began or ended. Written once, never changed. */
@Entity
class LeaseFault extends TenantRow {

  private long leaseId;
  private String cause;
  private boolean began;
  private Instant at;
  private Instant notedAt;
  private String notedBy;
  private String detail;

  /** For Hibernate. */
  protected LeaseFault() {}

  LeaseFault(
      long tenantId,
      long leaseId,
      String cause,
      boolean began,
      Instant at,
      Instant notedAt,
      String notedBy,
      String detail) {
    super(tenantId);
    this.leaseId = leaseId;
    this.cause = cause;
    this.began = began;
    this.at = at;
    this.notedAt = notedAt;
    this.notedBy = notedBy;
    this.detail = detail;
  }

  LeaseEvent event() {
    return began ? new LeaseEvent.FaultBegan(at, cause) : new LeaseEvent.FaultEnded(at, cause);
  }

  String cause() {
    return cause;
  }

  boolean began() {
    return began;
  }

  FaultView view() {
    return new FaultView(cause, began, at, notedAt, notedBy, detail);
  }

  @Override
  public String toString() {
    return cause + " of lease " + leaseId + (began ? " began " : " ended ") + at;
  }
}
