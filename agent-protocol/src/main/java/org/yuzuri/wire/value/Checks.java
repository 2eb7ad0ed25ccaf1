package org.yuzuri.wire.value;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that the constructors of messages share; each names the field, value and wish. */
public final class Checks {

  private static final Pattern BOOT_TOKEN = Pattern.compile("[A-Za-z0-9_-]{32,128}");
  private static final int SHOWN_LENGTH = 80;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private Checks() {}

  /** Returns the value, or refuses null. */
  public static <T> T present(@Nullable T value, String field) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }

  /**
   * Returns the text if the whole of it matches; {@code expected} says in words what was wanted.
   */
  public static String matching(
      @Nullable String value, Pattern pattern, String field, String expected) {
    String text = present(value, field);
    if (!pattern.matcher(text).matches()) {
      throw refused(field, text, expected);
    }
    return text;
  }

  /** Returns the number if it is between the bounds, both included. */
  public static long between(long value, long lowest, long highest, String field) {
    if (value < lowest || value > highest) {
      throw refused(field, String.valueOf(value), lowest + " to " + highest);
    }
    return value;
  }

  /** Returns the text if it is not blank and not longer than the limit. */
  public static String text(@Nullable String value, int longest, String field) {
    String text = present(value, field);
    if (text.isBlank() || text.length() > longest) {
      throw refused(field, text, "1 to " + longest + " characters, not blank");
    }
    return text;
  }

  /** Returns the text if it is one line without control characters; it may be empty. */
  public static String line(@Nullable String value, int longest, String field) {
    String text = present(value, field);
    if (text.length() > longest || CONTROL.matcher(text).find()) {
      throw refused(field, text, "one line of at most " + longest + " characters");
    }
    return text;
  }

  /** Returns an unchangeable copy of the list if it is not longer than the limit. */
  public static <T> List<T> list(@Nullable List<T> value, int most, String field) {
    List<T> list = present(value, field);
    if (list.size() > most) {
      throw refused(field, list.size() + " entries", "at most " + most);
    }
    return List.copyOf(list);
  }

  /** Returns the text if it holds a PEM block of any kind, not longer than 64 Ki characters. */
  public static String pem(@Nullable String value, String field) {
    return pem(value, field, 1 << 16);
  }

  /**
   * Returns the text if it holds a PEM block of any kind, not longer than 1 Mi characters: so much
   * is a revocation list of some 15,000 certificates.
   */
  public static String longPem(@Nullable String value, String field) {
    return pem(value, field, 1 << 20);
  }

  private static String pem(@Nullable String value, String field, int longest) {
    String text = present(value, field);
    if (!text.strip().startsWith("-----BEGIN ") || text.length() > longest) {
      throw refused(field, text, "PEM, at most " + longest + " characters");
    }
    return text;
  }

  /**
   * Returns the boot token if it can stand in a URL and in an iPXE script; the refusal does not
   * show it.
   */
  public static Secret bootToken(@Nullable Secret value) {
    Secret token = present(value, "token");
    if (!BOOT_TOKEN.matcher(token.reveal()).matches()) {
      throw new IllegalArgumentException("token is not 32 to 128 of A-Z a-z 0-9 _ -");
    }
    return token;
  }

  /** The exception for a value that is not what was expected. Long values are cut. */
  public static IllegalArgumentException refused(String field, String value, String expected) {
    String shown = value.length() > SHOWN_LENGTH ? value.substring(0, SHOWN_LENGTH) + "…" : value;
    return new IllegalArgumentException(
        field + " is \"" + CONTROL.matcher(shown).replaceAll("?") + "\", expected " + expected);
  }
}
