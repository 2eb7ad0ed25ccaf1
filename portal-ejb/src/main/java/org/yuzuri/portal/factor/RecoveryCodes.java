package org.yuzuri.portal.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yuzuri.wire.value.Sha256;

/**
 * Makes recovery codes: 80 random bits each, sixteen letters and digits in groups of four. So many
 * bits cannot be guessed from their hash, which is why a plain one will do.
 *
 * <p>Source: NIST SP 800-63B, §5.1.2.2 (look-up secrets of at least 64 bits need no slow hash).
 */
final class RecoveryCodes {

  static final int COUNT = 10;

  private static final int BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern GROUP = Pattern.compile("(.{4})(?=.)");

  private RecoveryCodes() {}

  /** Ten new ones, as they are shown. */
  static List<String> create() {
    return Stream.generate(RecoveryCodes::code).limit(COUNT).toList();
  }

  /** The hash of a code as it was typed: with or without hyphens and spaces, in any case. */
  static String hash(String typed) {
    return Sha256.ofText(typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT)).hex();
  }

  private static String code() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    String letters = Base32.encode(bytes).toLowerCase(Locale.ROOT);
    return GROUP.matcher(letters).replaceAll("$1-");
  }
}
