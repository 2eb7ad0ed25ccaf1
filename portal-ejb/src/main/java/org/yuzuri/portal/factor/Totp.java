package org.yuzuri.portal.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that an app makes from time and a shared secret: six digits, every 30 seconds, HMAC-SHA-1,
 * which every app knows.
 *
 * <p>Source: RFC 6238, §4 and §5.2 (one step of delay either way); RFC 4226, §4 (160 bits of
 * secret). The address in the QR code: Key Uri Format of Google Authenticator.
 */
final class Totp {

  static final Duration STEP = Duration.ofSeconds(30);

  private static final int SECRET_BYTES = 20;
  private static final int WINDOW = 1;
  private static final String ISSUER = "Yuzuri";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator(STEP);

  private Totp() {}

  /** A new secret, in Base32. */
  static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base32.encode(bytes);
  }

  /** The time step within the window whose code this is; none when it is of another. */
  static OptionalLong step(String secret, String code, Instant now) {
    long current = now.getEpochSecond() / STEP.toSeconds();
    return LongStream.rangeClosed(current - WINDOW, current + WINDOW)
        .filter(step -> code(secret, step).equals(code))
        .max();
  }

  /** The code of this time step. */
  static String code(String secret, long step) {
    SecretKeySpec key = new SecretKeySpec(Base32.decode(secret), CODES.getAlgorithm());
    try {
      return CODES.generateOneTimePasswordString(
          key, Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException("a secret of the portal's own is a key", impossible);
    }
  }

  /** What the QR code says to the app. */
  static String address(String login, String secret) {
    return "otpauth://totp/"
        + ISSUER
        + ":"
        + encoded(login)
        + "?secret="
        + secret
        + "&issuer="
        + ISSUER
        + "&algorithm=SHA1&digits=6&period="
        + STEP.toSeconds();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
