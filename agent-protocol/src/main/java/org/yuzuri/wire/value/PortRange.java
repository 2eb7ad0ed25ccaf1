package org.yuzuri.wire.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One port ({@code 500}) or a range of ports, both ends included ({@code 80-90}). */
public record PortRange(int first, int last) {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,5}(-[0-9]{1,5})?");

  public PortRange {
    Checks.between(first, 1, 65535, "port");
    Checks.between(last, first, 65535, "last port");
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static PortRange of(String text) {
    Checks.matching(text, FORM, "ports", "a port such as 500 or a range such as 80-90");
    int dash = text.indexOf('-');
    int first = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
    return new PortRange(first, dash < 0 ? first : Integer.parseInt(text.substring(dash + 1)));
  }

  @Override
  @JsonValue
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
