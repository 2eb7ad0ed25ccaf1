package org.yuzuri.settings.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * White space and line ends as Python's {@code str} has them: pykickstart, and so Anaconda, splits
 * a kickstart by them. A line end that we do not see could hide a command from us.
 *
 * <p>Source: Python 3 library reference, {@code str.splitlines}, {@code str.isspace}.
 */
public final class PythonText {

  private PythonText() {}

  /** Lines with their ends, as {@code splitlines(True)}. */
  public static List<SourceLine> lines(String text) {
    List<SourceLine> lines = new ArrayList<>(text.length() / 24 + 8);
    int start = 0;
    int length = text.length();
    int signs = 0;
    char[] chars = text.toCharArray();
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      int sign = Signs.of(c);
      if (sign < 0) {
        int end = i + 1;
        if (c == '\r' && end < length && chars[end] == '\n') {
          end++;
        }
        boolean plain = c == '\n';
        String ending = plain ? "\n" : text.substring(i, end);
        signs |= plain ? 0 : Signs.UNUSUAL_END;
        lines.add(new SourceLine(lines.size() + 1, text.substring(start, i), ending, signs));
        signs = 0;
        start = end;
        i = end - 1;
      } else {
        signs |= sign;
      }
    }
    if (start < length) {
      signs |= Signs.UNUSUAL_END;
      lines.add(new SourceLine(lines.size() + 1, text.substring(start), "", signs));
    }
    return lines;
  }

  /** Whether Python ends a line here. */
  public static boolean isLineEnd(char c) {
    if (c > 0x1e) {
      return c >= 0x85 && (c == 0x85 || c == 0x2028 || c == 0x2029);
    }
    return c >= '\n' && (c <= '\r' || c >= 0x1c);
  }

  /** Whether Python takes it for white space. */
  public static boolean isSpace(char c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    }
    return c == 0x85
        || c == 0xa0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200a)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202f
        || c == 0x205f
        || c == 0x3000;
  }

  /** Place of the first character that is no white space; the length when there is none. */
  public static int firstVisible(String text) {
    int i = 0;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Without white space at both ends. */
  public static String strip(String text) {
    int start = firstVisible(text);
    int end = text.length();
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Without white space at the end. */
  public static String stripEnd(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  /** First run of characters that are no white space; empty when there is none. */
  public static String firstWord(String text) {
    int start = firstVisible(text);
    int end = start;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }
}
