package org.yuzuri.portal.factor;

import java.util.Locale;

/** Bytes in letters and digits that are hard to mix up, without padding; source: RFC 4648, §6. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte each : bytes) {
      held = (held << Byte.SIZE) | (each & 0xff);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(ALPHABET.charAt((held >> bits) & 31));
      }
      held &= (1 << bits) - 1;
    }
    return bits == 0
        ? text.toString()
        : text.append(ALPHABET.charAt((held << (BITS - bits)) & 31)).toString();
  }

  /** The bytes; what follows the last whole one is left out. */
  static byte[] decode(String text) {
    byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (char letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
      int value = ALPHABET.indexOf(letter);
      if (value < 0) {
        throw new IllegalArgumentException("not Base32: " + letter);
      }
      held = ((held << BITS) | value) & 0xfff;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    return bytes;
  }
}
