package org.yuzuri.portal.factor;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.secret.EncryptedText;

/** The app of a member that makes codes, from when its secret was shown. */
@Entity
class SecondFactor {

  @Id private Long memberId;

  @Convert(converter = EncryptedText.class)
  private String secret;

  private Instant begunAt;
  private @Nullable Instant confirmedAt;
  private long lastStep;

  /** For Hibernate. */
  SecondFactor() {}

  SecondFactor(long memberId, String secret, Instant now) {
    this.memberId = memberId;
    this.secret = secret;
    this.begunAt = now;
  }

  String secret() {
    return secret;
  }

  @Nullable Instant confirmedAt() {
    return confirmedAt;
  }

  boolean isConfirmed() {
    return confirmedAt != null;
  }

  /** The member's app has made a code of this time step, which is used up by it. */
  void confirm(long step, Instant now) {
    confirmedAt = now;
    lastStep = step;
  }

  /** Another secret takes the place of one that was not confirmed. */
  void beginAnew(String another, Instant now) {
    secret = another;
    begunAt = now;
  }

  @Override
  public String toString() {
    return "second factor of member " + memberId + ", begun " + begunAt + ", at step " + lastStep;
  }
}
