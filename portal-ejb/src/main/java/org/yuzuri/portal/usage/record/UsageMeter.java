package org.yuzuri.portal.usage.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** How far a lease's use is written down; its row is locked by who writes. */
@Entity
public class UsageMeter {

  @Id private long leaseId;

  private Instant meteredUntil;

  /** For Hibernate. */
  UsageMeter() {}

  /** Nothing is written down before an hour, and nothing was used. */
  public UsageMeter(long leaseId, Instant from) {
    this.leaseId = leaseId;
    this.meteredUntil = from;
  }

  /** Hours before this one are written down. */
  public Instant meteredUntil() {
    return meteredUntil;
  }

  /** Hours before this one are written down from now on. */
  public void writtenUntil(Instant hour) {
    meteredUntil = hour;
  }

  /** What holds from an instant on is looked at again. */
  public void lookAgainFrom(Instant instant) {
    if (instant.isBefore(meteredUntil)) {
      meteredUntil = instant;
    }
  }

  @Override
  public String toString() {
    return "lease " + leaseId + " is metered until " + meteredUntil;
  }
}
