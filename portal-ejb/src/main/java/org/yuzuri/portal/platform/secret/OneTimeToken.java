package org.yuzuri.portal.platform.secret;

import java.security.SecureRandom;
import java.util.Base64;
import org.yuzuri.wire.value.Sha256;

/**
 * A secret of 256 random bits that is shown once and stored only as its hash.
 *
 * @param text 43 characters of URL-safe Base64; never logged
 * @param hash what the database keeps: 64 hexadecimal digits
 */
public record OneTimeToken(String text, String hash) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new token. */
  public static OneTimeToken create() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new OneTimeToken(text, hashOf(text));
  }

  /** The hash under which a token that someone presents would be stored. */
  public static String hashOf(String text) {
    return Sha256.ofText(text).hex();
  }

  @Override
  public String toString() {
    return "OneTimeToken[***]";
  }
}
