package org.yuzuri.portal.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code that opens once in place of the app. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "member_id")
  private long memberId;

  private String hash;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  /** For Hibernate. */
  RecoveryCode() {}

  RecoveryCode(long memberId, String hash) {
    this.memberId = memberId;
    this.hash = hash;
  }

  @Override
  public String toString() {
    return "recovery code " + id + " of member " + memberId + ", used " + usedAt + " " + hash;
  }
}
