package org.yuzuri.settings.finding;

/** Strangers' text, made fit to be shown: short, and with nothing in it that moves the cursor. */
final class Printable {

  private Printable() {}

  static String cut(String text, int chars) {
    int end = Math.min(text.length(), chars);
    StringBuilder shown = null;
    for (int i = 0; i < end; i++) {
      if (isTreacherous(text.charAt(i))) {
        shown = shown == null ? new StringBuilder(text.substring(0, i)) : shown;
        shown.append(String.format("\\u%04x", (int) text.charAt(i)));
      } else if (shown != null) {
        shown.append(text.charAt(i));
      }
    }
    String head = shown == null ? text.substring(0, end) : shown.toString();
    return end < text.length() ? head + "…" : head;
  }

  private static boolean isTreacherous(char c) {
    if (c == '\t' || (c >= ' ' && c < 0x7f)) {
      return false;
    }
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
