package org.yuzuri.portal.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One log-in of a member, until it ends. */
@Entity
@Table(name = "member_session")
class MemberSession {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "member_id")
  private long memberId;

  @Column(name = "began_at")
  private Instant beganAt;

  private String address;
  private String device;

  @Column(name = "seen_at")
  private @Nullable Instant seenAt;

  @Column(name = "replaced_at")
  private @Nullable Instant replacedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  /** For Hibernate. */
  MemberSession() {}

  MemberSession(long memberId, Origin origin, Instant now) {
    this.memberId = memberId;
    this.address = origin.address();
    this.device = origin.device();
    this.beganAt = now;
  }

  long id() {
    return id;
  }

  SessionView view() {
    return new SessionView(id, new Origin(address, device), beganAt, seenAt);
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
    return "session " + id + " of member " + memberId + " since " + beganAt;
  }
}
