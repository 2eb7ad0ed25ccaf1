package org.yuzuri.portal.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the warnings of a lease's end are. */
@Entity
class LeaseWatch {

  @Id private long leaseId;

  private Instant endsAt;
  private Instant since;
  private @Nullable Instant nextAt;

  /** For Hibernate. */
  LeaseWatch() {}

  /**
   * A lease whose end was never looked at.
   *
   * @param since when its tenant got the server: what would have been due before is none of its
   */
  LeaseWatch(long leaseId, Instant endsAt, Instant since) {
    this.leaseId = leaseId;
    this.endsAt = endsAt;
    this.since = since;
  }

  /** The lease ends then. With another end than before, only what is due after now is given. */
  void sees(Instant end, Instant now) {
    if (!end.equals(endsAt)) {
      endsAt = end;
      since = now;
    }
  }

  /** The warning to give now; each is given out once. */
  Optional<Lead> take(Instant now) {
    Optional<Lead> due = Lead.due(endsAt, since, now);
    since = now;
    nextAt = Lead.next(endsAt, now).orElse(null);
    return due;
  }

  @Override
  public String toString() {
    return "watch of lease " + leaseId + " until " + endsAt + ", next at " + nextAt;
  }
}
