package org.yuzuri.portal.usage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** How far a lease's use is written down; its row is locked by who writes. */
@Entity
class UsageMeter {

  @Id private long leaseId;

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
