package org.yuzuri.portal.it;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app of a member, written anew from RFC 6238 and RFC 4226. */
final class CodeApp {

  private static final Pattern ADDRESS =
      Pattern.compile("otpauth://totp/Yuzuri:[^?]+\\?secret=([A-Z2-7]{32})&amp;issuer=Yuzuri");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final byte[] secret;
  private long next;

  /** Told by the address of the QR code on a page. */
  CodeApp(String page) {
    Matcher address = ADDRESS.matcher(page);
    if (!address.find()) {
      throw new IllegalStateException("no address for an app in " + page);
    }
    secret = decoded(address.group(1));
    next = Instant.now().getEpochSecond() / 30;
  }

  /** A code that was not given yet; two of them count within one step of time. */
  String next() {
    return code(next++);
  }

  /** A code of now, or a later one when that was given already. */
  String fresh() {
    next = Math.max(next, Instant.now().getEpochSecond() / 30);
    return next();
  }

  /** The code before. */
  String last() {
    return code(next - 1);
  }

  private String code(long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int at = hash[hash.length - 1] & 15;
      int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA1", impossible);
    }
  }

  private static byte[] decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char letter : text.toCharArray()) {
      held = ((held << 5) | BASE32.indexOf(letter)) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits);
      }
    }
    return bytes.toByteArray();
  }
}
