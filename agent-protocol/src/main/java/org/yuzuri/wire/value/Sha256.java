package org.yuzuri.wire.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Sha256 {
    Checks.matching(hex, FORM, "sha256", "64 lower-case hexadecimal digits");
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Sha256 of(String hex) {
    return new Sha256(hex);
  }

  @Override
  @JsonValue
  public String toString() {
    return hex;
  }
}
