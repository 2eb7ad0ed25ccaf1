package org.yuzuri.settings.facts;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Internet addresses and prefixes as text; nothing is ever looked up. */
public final class Addresses {

  private static final Pattern V6_GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final int V4_BITS = 32;
  private static final int V4_OCTETS = 4;
  private static final int MOST_DIGITS = 3;
  private static final int OCTET = 255;
  private static final int GROUPS = 8;
  private static final int GROUP_BITS = 16;
  private static final int V6_BITS = GROUPS * GROUP_BITS;

  private Addresses() {}

  static void requireAddress(String field, String value) {
    if (bits(value).isEmpty()) {
      throw new InvalidFactsException(field, value, "an IPv4 or IPv6 address");
    }
  }

  static void requireNetwork(String field, String value) {
    if (prefixLength(value).isEmpty()) {
      throw new InvalidFactsException(field, value, "an address with prefix length, 192.0.2.17/24");
    }
  }

  /** Whether the text is an address in figures. */
  public static boolean isAddress(String text) {
    return bits(text).isPresent();
  }

  /** Whether the text is an IPv6 address in figures. */
  public static boolean isV6(String text) {
    return text.indexOf(':') >= 0 && isAddress(text);
  }

  /** The address of {@code 192.0.2.17/24}. */
  public static String addressOf(String network) {
    int slash = network.indexOf('/');
    return slash < 0 ? network : network.substring(0, slash);
  }

  /** The prefix length of {@code 192.0.2.17/24}; empty when it is none. */
  public static Optional<Integer> prefixLength(String network) {
    int slash = network.indexOf('/');
    int length = slash < 0 ? -1 : number(network, slash + 1, network.length());
    if (length < 0) {
      return Optional.empty();
    }
    String address = network.substring(0, slash);
    int most = address.indexOf(':') >= 0 ? V6_BITS : V4_BITS;
    return bits(address).isPresent() && length <= most ? Optional.of(length) : Optional.empty();
  }

  /** The dotted IPv4 mask of a prefix length, {@code 255.255.255.0} of 24. */
  public static String mask(int prefixLength) {
    long mask = prefixLength == 0 ? 0 : -1L << (V4_BITS - prefixLength);
    return ((mask >> 24) & 255)
        + "."
        + ((mask >> 16) & 255)
        + "."
        + ((mask >> 8) & 255)
        + "."
        + (mask & 255);
  }

  /** Whether an address in figures lies in a network; false when either is none. */
  public static boolean contains(String network, String address) {
    Optional<Integer> length = prefixLength(network);
    Optional<BigInteger> base = bits(addressOf(network));
    Optional<BigInteger> asked = bits(address);
    if (length.isEmpty() || base.isEmpty() || asked.isEmpty() || isV6(network) != isV6(address)) {
      return false;
    }
    int shift = (isV6(address) ? V6_BITS : V4_BITS) - length.get();
    return base.get().shiftRight(shift).equals(asked.get().shiftRight(shift));
  }

  private static Optional<BigInteger> bits(String address) {
    if (address.indexOf(':') < 0) {
      return v4Bits(address);
    }
    return address.length() <= 45 ? v6Bits(address) : Optional.empty();
  }

  private static Optional<BigInteger> v4Bits(String address) {
    long value = 0;
    int start = 0;
    for (int i = 1; i <= V4_OCTETS; i++) {
      int point = address.indexOf('.', start);
      int end = point < 0 ? address.length() : point;
      int octet = number(address, start, end);
      if (octet < 0 || octet > OCTET || (point < 0) != (i == V4_OCTETS)) {
        return Optional.empty();
      }
      value = (value << 8) | octet;
      start = end + 1;
    }
    return Optional.of(BigInteger.valueOf(value));
  }

  /** The number of one to three decimal digits; -1 where something else stands. */
  private static int number(String text, int start, int end) {
    if (end <= start || end - start > MOST_DIGITS) {
      return -1;
    }
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private static Optional<BigInteger> v6Bits(String address) {
    int gap = address.indexOf("::");
    String head = gap < 0 ? address : address.substring(0, gap);
    String tail = gap < 0 ? "" : address.substring(gap + 2);
    String[] first = head.isEmpty() ? new String[0] : head.split(":", -1);
    String[] last = tail.isEmpty() ? new String[0] : tail.split(":", -1);
    int given = first.length + last.length;
    if (gap < 0 ? given != GROUPS : given >= GROUPS) {
      return Optional.empty();
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < GROUPS; i++) {
      int fromEnd = i - (GROUPS - last.length);
      String group = i < first.length ? first[i] : fromEnd >= 0 ? last[fromEnd] : "0";
      if (!V6_GROUP.matcher(group).matches()) {
        return Optional.empty();
      }
      value = value.shiftLeft(GROUP_BITS).or(new BigInteger(group, 16));
    }
    return Optional.of(value);
  }
}
