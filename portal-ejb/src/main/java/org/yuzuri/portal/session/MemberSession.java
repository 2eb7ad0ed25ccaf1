package org.yuzuri.portal.session;

import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.NumberedRow;

/** One log-in of a member, until it ends. */
@Entity
class MemberSession extends NumberedRow {

  private long memberId;
  private Instant beganAt;
  private String address;
  private String device;
  private @Nullable Instant seenAt;
  private @Nullable Instant replacedAt;
  private @Nullable Instant endedAt;

  /** For Hibernate. */
  MemberSession() {}

  MemberSession(long memberId, Origin origin, Instant now) {
    this.memberId = memberId;
    this.address = origin.address();
    this.device = origin.device();
    this.beganAt = now;
  }

  SessionView view() {
    return new SessionView(id(), new Origin(address, device), beganAt, seenAt);
  }

  boolean isEnded() {
    return endedAt != null;
  }

  boolean isReplaced() {
    return replacedAt != null;
  }

  void replace(Instant now) {
    replacedAt = now;
  }

  @Override
  public String toString() {
    return "session " + id() + " of member " + memberId + " since " + beganAt;
  }
}
