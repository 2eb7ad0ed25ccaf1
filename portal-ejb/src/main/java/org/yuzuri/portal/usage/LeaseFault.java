package org.yuzuri.portal.usage;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.metering.LeaseEvent;
import org.yuzuri.portal.platform.TenantRow;

/** A fault of the datacenter began or ended. Written once, never changed. */
@Entity
class LeaseFault extends TenantRow {

  private long leaseId;
  private String cause;

  @Enumerated(EnumType.STRING)
  private FaultKind kind;

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
      FaultKind kind,
      boolean began,
      Instant at,
      Instant notedAt,
      String notedBy,
      String detail) {
    super(tenantId);
    this.leaseId = leaseId;
    this.cause = cause;
    this.kind = kind;
    this.began = began;
    this.at = at;
    this.notedAt = notedAt;
    this.notedBy = notedBy;
    this.detail = detail;
  }

  LeaseEvent event() {
    return began
        ? new LeaseEvent.FaultBegan(at, cause, kind)
        : new LeaseEvent.FaultEnded(at, cause);
  }

  String cause() {
    return cause;
  }

  FaultKind kind() {
    return kind;
  }

  Instant at() {
    return at;
  }

  boolean began() {
    return began;
  }

  FaultView view() {
    return new FaultView(cause, kind, began, at, notedAt, notedBy, detail);
  }

  @Override
  public String toString() {
    return kind + " " + cause + " of lease " + leaseId + (began ? " began " : " ended ") + at;
  }
}
