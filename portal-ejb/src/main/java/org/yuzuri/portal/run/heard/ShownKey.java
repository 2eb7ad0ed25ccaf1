package org.yuzuri.portal.run.heard;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Sha256;

/**
 * The key that a run's server showed on its own serial console. The newest one counts, until
 * something was certified or believed because of it: from then on none takes its place.
 */
@Embeddable
public class ShownKey {

  @Column(name = "shown_key")
  private @Nullable String fingerprint;

  @Column(name = "key_shown_at")
  private @Nullable Instant at;

  @Column(name = "key_trusted_at")
  private @Nullable Instant trustedAt;

  /** None yet. */
  public ShownKey() {}

  /** Takes a key over that was seen; false when another one is trusted already. */
  public boolean take(Sha256 key, Instant now) {
    if (is(key)) {
      return true;
    }
    if (trustedAt != null) {
      return false;
    }
    fingerprint = key.hex();
    at = now;
    return true;
  }

  /** Something rests on the key from now on. */
  public void trust(Instant now) {
    if (fingerprint != null && trustedAt == null) {
      trustedAt = now;
    }
  }

  /** Whether the server showed this key, and none after it. */
  public boolean is(@Nullable Sha256 key) {
    return key != null && key.hex().equals(fingerprint);
  }

  /** SHA-256 of the public key; empty before one was shown. */
  public Optional<Sha256> fingerprint() {
    return Optional.ofNullable(fingerprint).map(Sha256::of);
  }

  /** When it was seen first; null before. */
  public @Nullable Instant at() {
    return at;
  }
}
