package org.yuzuri.settings.preseed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.settings.syntax.SettingsTree;
import org.yuzuri.settings.syntax.SourceLine;

/** A preseed, split into answers; immutable; prints back byte for byte. */
public final class PreseedTree implements SettingsTree {

  private static final Pattern ANSWER =
      Pattern.compile(
          "\\s*(\\S+)[ \\t]+(\\S+)[ \\t]+(\\S+)(?:[ \\t]([^\\r]*))?\\r?", Pattern.DOTALL);

  private final List<Setting> settings;

  private PreseedTree(List<Setting> settings) {
    this.settings = settings;
  }

  /** Reads a text; never fails. */
  public static PreseedTree parse(String text) {
    List<SourceLine> lines = lines(text);
    List<Setting> settings = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int end = at + 1;
      boolean remark = lines.get(at).isBlankOrComment();
      while (!remark && end < lines.size() && continues(lines.get(end - 1))) {
        end++;
      }
      settings.add(setting(lines.subList(at, end), remark));
      at = end;
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

  private static boolean continues(SourceLine line) {
    return line.text().endsWith("\\");
  }

  private static Setting setting(List<SourceLine> lines, boolean remark) {
    StringBuilder joined = new StringBuilder();
    for (SourceLine line : lines) {
      boolean more = continues(line);
      int length = line.text().length();
      joined.append(more ? line.text().substring(0, length - 1) : line.text());
    }
    Matcher answer = ANSWER.matcher(joined);
    List<SourceLine> own = List.copyOf(lines);
    if (remark || !answer.matches()) {
      return new Setting(own, "", "", "", "", remark);
    }
    String value = answer.group(4) == null ? "" : answer.group(4).strip();
    return new Setting(own, answer.group(1), answer.group(2), answer.group(3), value, false);
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
