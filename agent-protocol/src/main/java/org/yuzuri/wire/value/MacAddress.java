package org.yuzuri.wire.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hardware address of a network interface, lower case with colons. */
public record MacAddress(String text) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  public MacAddress {
    text = Checks.present(text, "mac").toLowerCase(Locale.ROOT);
    Checks.matching(text, FORM, "mac", "six hexadecimal pairs such as 52:54:00:00:00:11");
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MacAddress of(String text) {
    return new MacAddress(text);
  }

  /** With dashes, fit for a file name: {@code 52-54-00-00-00-11}. */
  public String dashed() {
    return text.replace(':', '-');
  }

  @Override
  @JsonValue
  public String toString() {
    return text;
  }
}
