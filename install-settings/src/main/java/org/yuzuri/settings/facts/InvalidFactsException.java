package org.yuzuri.settings.facts;

/** A fact about the server is not what it must be; nothing was planned. */
public final class InvalidFactsException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String value;
  private final String expected;

  public InvalidFactsException(String field, String value, String expected) {
    super(field + " is \"" + value + "\", expected " + expected);
    this.field = field;
    this.value = value;
    this.expected = expected;
  }

  public String field() {
    return field;
  }

  public String value() {
    return value;
  }

  public String expected() {
    return expected;
  }
}
