package org.yuzuri.portal.pki.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is found of a text that somebody says this portal has signed.
 *
 * @param verdict whether it is so
 * @param text what was signed; null unless it is
 * @param signedAt when, as the signer says; null unless it is
 * @param signer subject of the signer's certificate; null when it cannot be read
 */
public record SignedDocument(
    Verdict verdict, @Nullable String text, @Nullable Instant signedAt, @Nullable String signer) {

  /** How it ended. */
  public enum Verdict {
    /** This portal has signed it, and not a character was changed since. */
    GENUINE,
    /** It was changed after it was signed. */
    CHANGED,
    /** Somebody else has signed it. */
    OTHER_SIGNER,
    /** It is no signed text. */
    UNREADABLE
  }

  static SignedDocument unreadable() {
    return new SignedDocument(Verdict.UNREADABLE, null, null, null);
  }

  static SignedDocument not(Verdict verdict, String signer) {
    return new SignedDocument(verdict, null, null, signer);
  }
}
