package org.yuzuri.portal.usage.record;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.TenantRow;

/** What was used in an hour. Written once; a later record of the same hour corrects it. */
@Entity
@Table(name = "usage_record")
public class UsageEntry extends TenantRow {

  private @Nullable Long leaseId;

  @Enumerated(EnumType.STRING)
  private UsageKind kind;

  private Instant hour;
  private int number;
  private long pieces;
  @Column private Instant recordedAt;

  /** For Hibernate. */
  protected UsageEntry() {}

  /** Not yet kept. */
  public UsageEntry(
      long tenantId,
      @Nullable Long leaseId,
      UsageKind kind,
      Instant hour,
      int number,
      long pieces,
      Instant recordedAt) {
    super(tenantId);
    this.leaseId = leaseId;
    this.kind = kind;
    this.hour = hour;
    this.number = number;
    this.pieces = pieces;
    this.recordedAt = recordedAt;
  }

  @Override
  public String toString() {
    return pieces + " of " + kind + " of lease " + leaseId + " at " + hour + ", " + number;
  }
}
