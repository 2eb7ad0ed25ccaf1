package org.yuzuri.settings.lint.security;

import java.util.List;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.syntax.Signs;
import org.yuzuri.settings.syntax.SourceLine;
import org.yuzuri.settings.syntax.Word;

/**
 * KS402, KS403, KS406: what readers do not see, or take for something else.
 *
 * <p>Source: Unicode Technical Report 36, security considerations; UAX 9, bidirectional controls.
 */
public final class HiddenTextLint {

  private HiddenTextLint() {}

  /** What a line hides; grave when a server is known. */
  public static void check(SourceLine line, boolean serverKnown, List<Finding> findings) {
    Severity grave = serverKnown ? Severity.ERROR : Severity.WARNING;
    String text = line.text();
    int length = line.hasAny(Signs.UNUSUAL) ? text.length() : 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean plain = (c >= ' ' && c < 0x7f) || c == '\t';
      if (!plain && isControl(c)) {
        Severity severity = c == 0 ? Severity.ERROR : grave;
        findings.add(finding(FindingCode.CONTROL_CHARACTER, severity, line, i, c));
        return;
      }
      if (!plain && isHidden(c)) {
        findings.add(finding(FindingCode.HIDDEN_CHARACTER, grave, line, i, c));
        return;
      }
    }
    if (!line.end().isEmpty() && !line.end().endsWith("\n")) {
      findings.add(
          finding(FindingCode.HIDDEN_CHARACTER, grave, line, text.length(), line.end().charAt(0)));
    }
  }

  /** Names of commands, options and values that mix letters of several alphabets. */
  public static void names(ParsedCommand command, List<Finding> findings) {
    if (!command.command().line().hasAny(Signs.UNUSUAL)) {
      return;
    }
    for (Word word : command.command().words()) {
      String lookalike = lookalike(word.text());
      if (!lookalike.isEmpty()) {
        findings.add(
            command.finding(
                FindingCode.LOOKALIKE_LETTERS, Severity.WARNING, word, word.text(), lookalike));
      }
    }
  }

  private static Finding finding(
      FindingCode code, Severity severity, SourceLine line, int at, char c) {
    String found = line.text().substring(Math.max(0, at - 20), Math.min(at, line.text().length()));
    return new Finding(
        code, severity, line.number(), at + 1, found, String.format("U+%04X", (int) c));
  }

  private static boolean isControl(char c) {
    return c < ' ' || (c >= 0x7f && c < 0xa0);
  }

  private static boolean isHidden(char c) {
    return (c >= 0x200b && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x2069)
        || c == 0x061c
        || c == 0xfeff
        || c == 0xad;
  }

  /** The number of a letter that is not what it looks like; empty when there is none. */
  public static String lookalike(String text) {
    boolean latin = false;
    char other = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        latin = true;
      } else if (c > 0x7f && isLookalike(c)) {
        other = c;
      }
    }
    return latin && other != 0 ? String.format("U+%04X", (int) other) : "";
  }

  private static boolean isLookalike(char c) {
    if (c >= 0xff01 && c <= 0xff5e) {
      return true;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case CYRILLIC, GREEK, ARMENIAN, CHEROKEE -> Character.isLetter(c);
      default -> false;
    };
  }
}
