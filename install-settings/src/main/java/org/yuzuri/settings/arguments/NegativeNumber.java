package org.yuzuri.settings.arguments;

/** A negative number is an argument, not an option. Source: {@code argparse}. */
final class NegativeNumber {

  private NegativeNumber() {}

  /** Whether the text is {@code -} and digits, with at most one point before the last of them. */
  static boolean matches(String text) {
    int point = text.indexOf('.');
    String fraction = point < 0 ? "" : text.substring(point + 1);
    String whole = point < 0 ? text.substring(1) : text.substring(1, point);
    boolean digitsAround = isDigits(whole) && isDigits(fraction);
    return digitsAround && (point < 0 ? !whole.isEmpty() : !fraction.isEmpty());
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(Character::isDigit);
  }
}
