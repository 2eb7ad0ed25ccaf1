package org.yuzuri.portal.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What opens a transfer's boot files to its server: only the hash is kept. */
@Embeddable
public class BootToken {

  @Column(name = "token_hash")
  private @Nullable String hash;

  @Column(name = "token_not_after")
  private @Nullable Instant notAfter;

  /** None yet. */
  BootToken() {}

  /** Binds it to a new secret; the one before is dead. */
  public void issue(String newHash, Instant end) {
    hash = newHash;
    notAfter = end;
  }

  public void kill() {
    hash = null;
  }

  public boolean isAlive(Instant now) {
    return hash != null && notAfter != null && now.isBefore(notAfter);
  }

  public boolean has(String otherHash) {
    return otherHash.equals(hash);
  }

  public @Nullable Instant notAfter() {
    return notAfter;
  }
}
