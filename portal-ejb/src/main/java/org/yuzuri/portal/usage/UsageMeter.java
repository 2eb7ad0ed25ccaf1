package org.yuzuri.portal.usage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far a lease's use is written down; its row is locked by who writes. */
@Entity
@Table(name = "usage_meter")
class UsageMeter {

  @Id
  @Column(name = "lease_id")
  private long leaseId;

  @Column(name = "metered_until")
  private Instant meteredUntil;

  /** For Hibernate. */
  UsageMeter() {}

  UsageMeter(long leaseId, Instant from) {
    this.leaseId = leaseId;
    this.meteredUntil = from;
  }

  /** Hours before this one are written down. */
  Instant meteredUntil() {
    return meteredUntil;
  }

  void writtenUntil(Instant hour) {
    meteredUntil = hour;
  }

  /** What holds from an instant on is looked at again. */
  void lookAgainFrom(Instant instant) {
    if (instant.isBefore(meteredUntil)) {
      meteredUntil = instant;
    }
  }

  @Override
  public String toString() {
    return "lease " + leaseId + " is metered until " + meteredUntil;
  }
}
