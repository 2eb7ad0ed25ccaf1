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

  @Column(name = "replaced_at")
  private @Nullable Instant replacedAt;

  /** For Hibernate. */
  MemberSession() {}

  MemberSession(long memberId, Instant now) {
    this.memberId = memberId;
    this.beganAt = now;
  }

  long id() {
    return id;
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
