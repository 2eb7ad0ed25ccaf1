package org.yuzuri.settings.preseed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.settings.syntax.PythonText;
import org.yuzuri.settings.syntax.SettingsTree;
import org.yuzuri.settings.syntax.SourceLine;

/**
 * A preseed, split into answers; immutable; prints back byte for byte.
 *
 * <p>Read as Debian's installer reads it: only lines that begin with {@code #} and blank ones are
 * passed over, and they do not end an answer that a backslash continues. Source: Debian package
 * preseed 1.117, {@code debconf-set-selections}.
 */
public final class PreseedTree implements SettingsTree {

  private static final String BLANK = "[ \\t\\x0B\\f]+";
  private static final Pattern ANSWER =
      Pattern.compile(
          "(\\S+)" + BLANK + "(\\S+)" + BLANK + "(\\S+)(?:" + BLANK + "(.*))?", Pattern.DOTALL);
  private static final Pattern BLANK_LINE = Pattern.compile("\\s*");
  private static final Pattern LEADING = Pattern.compile("^\\s+");
  private static final Pattern TRAILING = Pattern.compile("(?<!\\s)\\s+$");
  private static final int FIELDS = 3;

  private final List<Setting> settings;

  private PreseedTree(List<Setting> settings) {
    this.settings = settings;
  }

  /** Reads a text; never fails. */
  public static PreseedTree parse(String text) {
    List<Setting> settings = new ArrayList<>();
    List<SourceLine> own = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    for (SourceLine line : lines(text)) {
      own.add(line);
      boolean passedOver = isPassedOver(line.text());
      String piece = passedOver ? "" : piece(line.text());
      boolean continued = piece.endsWith("\\");
      if (joined.length() > 0 && !passedOver) {
        joined.append(' ');
      }
      joined.append(continued ? withoutContinuation(piece) : piece);
      if (joined.length() == 0 || !(passedOver || continued)) {
        settings.add(setting(own, joined.toString(), false));
        own.clear();
        joined.setLength(0);
      }
    }
    if (!own.isEmpty()) {
      settings.add(setting(own, joined.toString(), true));
    }
    return new PreseedTree(List.copyOf(settings));
  }

  List<Setting> settings() {
    return settings;
  }

  @Override
  public List<SourceLine> lines() {
    List<SourceLine> lines = new ArrayList<>();
    settings.forEach(setting -> lines.addAll(setting.lines()));
    return lines;
  }

  /** Whether the installer does not see the line at all. */
  private static boolean isPassedOver(String line) {
    return line.startsWith("#") || BLANK_LINE.matcher(line).matches();
  }

  private static String piece(String line) {
    return LEADING.matcher(line.replace("\r", "")).replaceFirst("");
  }

  private static String withoutContinuation(String piece) {
    return TRAILING.matcher(piece.substring(0, piece.length() - 1)).replaceFirst("");
  }

  /** One that is open at the end says nothing: the installer drops it. */
  private static Setting setting(List<SourceLine> lines, String joined, boolean open) {
    List<SourceLine> own = List.copyOf(lines);
    Matcher answer = ANSWER.matcher(joined);
    if (open
        || !answer.matches()
        || hasHiddenSpace(answer)
        || own.stream().anyMatch(PreseedTree::isHidden)) {
      return new Setting(own, "", "", "", "", joined.isEmpty());
    }
    String value = answer.group(FIELDS + 1) == null ? "" : answer.group(FIELDS + 1).strip();
    return new Setting(own, answer.group(1), answer.group(2), answer.group(FIELDS), value, false);
  }

  /** White space that only some readers take for the end of a field. */
  private static boolean hasHiddenSpace(Matcher answer) {
    return answer.group().substring(0, answer.end(FIELDS)).chars().anyMatch(PreseedTree::isHidden);
  }

  /** Whether only some readers take the line for a blank one. */
  private static boolean isHidden(SourceLine line) {
    return !isPassedOver(line.text()) && PythonText.strip(line.text()).isEmpty();
  }

  private static boolean isHidden(int c) {
    return c > 0x7f && PythonText.isSpace((char) c);
  }

  /** The installer's shell sees only newlines as line ends. */
  private static List<SourceLine> lines(String text) {
    List<SourceLine> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      boolean last = newline < 0;
      int end = last ? text.length() : newline;
      lines.add(new SourceLine(lines.size() + 1, text.substring(start, end), last ? "" : "\n"));
      start = end + 1;
    }
    return lines;
  }
}
