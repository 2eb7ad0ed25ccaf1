package org.yuzuri.portal.announcement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A member has put an announcement away. */
@Entity
@Table(name = "announcement_dismissal")
@IdClass(Dismissal.Key.class)
class Dismissal {

  /** Which one, and who. */
  record Key(long announcementId, long memberId) implements Serializable {}

  @Id private long announcementId;

  @Id private long memberId;

  @Column(name = "dismissed_at")
  private Instant at;

  /** For Hibernate. */
  Dismissal() {}

  Dismissal(long announcementId, long memberId, Instant at) {
    this.announcementId = announcementId;
    this.memberId = memberId;
    this.at = at;
  }

  @Override
  public String toString() {
    return "announcement " + announcementId + " dismissed by " + memberId + " at " + at;
  }
}
