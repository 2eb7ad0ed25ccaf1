package org.yuzuri.portal.member.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.secret.OneTimeToken;

/** The one link by which a member may set a new password. */
@Entity
class PasswordReset {

  static final Duration LIFE = Duration.ofHours(1);

  /** A stranger who types somebody's address sends no more mails than that. */
  static final Duration APART = Duration.ofMinutes(5);

  @Id private Long memberId;

  @Column private @Nullable String tokenHash;

  private Instant createdAt;
  private Instant notAfter;

  /** For Hibernate. */
  PasswordReset() {}

  PasswordReset(long memberId) {
    this.memberId = memberId;
    this.createdAt = Instant.EPOCH;
    this.notAfter = Instant.EPOCH;
  }

  boolean mayRenew(Instant now) {
    return !now.isBefore(createdAt.plus(APART));
  }

  OneTimeToken renew(Instant now) {
    OneTimeToken token = OneTimeToken.create();
    tokenHash = token.hash();
    createdAt = now;
    notAfter = now.plus(LIFE);
    return token;
  }

  boolean works(Instant now) {
    return now.isBefore(notAfter);
  }

  /** It was used; mails still keep their distance. */
  void use() {
    notAfter = createdAt;
  }

  long memberId() {
    return memberId;
  }

  Instant notAfter() {
    return notAfter;
  }
}
