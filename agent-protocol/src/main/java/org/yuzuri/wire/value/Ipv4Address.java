package org.yuzuri.wire.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One IPv4 address in dotted form, without leading zeros. */
public record Ipv4Address(String text) {

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern FORM = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  public Ipv4Address {
    Checks.matching(text, FORM, "address", "an IPv4 address such as 192.0.2.17");
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Ipv4Address of(String text) {
    return new Ipv4Address(text);
  }

  /** The address whose 32 bits are the lowest of the number. */
  public static Ipv4Address ofBits(long bits) {
    return new Ipv4Address(
        ((bits >> 24) & 255)
            + "."
            + ((bits >> 16) & 255)
            + "."
            + ((bits >> 8) & 255)
            + "."
            + (bits & 255));
  }

  /** The 32 bits as a number from 0 to 2³² − 1. */
  public long bits() {
    long bits = 0;
    for (String octet : text.split("\\.", -1)) {
      bits = bits << 8 | Integer.parseInt(octet);
    }
    return bits;
  }

  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
