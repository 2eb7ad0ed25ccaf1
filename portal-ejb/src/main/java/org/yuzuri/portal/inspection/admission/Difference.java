package org.yuzuri.portal.inspection.admission;

/**
 * Where a server is not what it should be.
 *
 * @param field text {@code field.FIELD}
 * @param expected what its entry says, or its offer promises; empty when that says nothing of it
 * @param found what the server is made of; empty when it has none
 */
public record Difference(String field, String expected, String found) {

  /** As a line of a failure's detail; pages put the words of the viewer's language in front. */
  @Override
  public String toString() {
    return field + ": " + said(expected) + " > " + said(found);
  }

  private static String said(String value) {
    return value.isEmpty() ? "-" : value;
  }
}
