package org.yuzuri.portal.factor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A code that opens once in place of the app. */
@Entity
class RecoveryCode {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private long memberId;
  private String hash;
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
