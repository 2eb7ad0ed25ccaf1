package org.yuzuri.settings.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.yuzuri.settings.arguments.Occurrence;
import org.yuzuri.settings.syntax.Word;

/** Changes single options of a line and leaves the rest of it, comment and all, as it is. */
final class LineEdit {

  /** What needs no quotation marks. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=@%+-]+");

  private record Change(int start, int end, String text) {}

  private final String line;
  private final int endOfOptions;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> additions = new ArrayList<>();

  LineEdit(String line, List<Word> words) {
    this.line = line;
    this.endOfOptions = Math.min(endOfOptions(words), line.length());
  }

  /** Behind the last word, or before the {@code --} behind which words are options no more. */
  private static int endOfOptions(List<Word> words) {
    int end = words.get(0).end();
    for (Word word : words.subList(1, words.size())) {
      if (word.text().equals("--")) {
        return end;
      }
      end = word.end();
    }
    return end;
  }

  /** Writes {@code --option=value} where the option is. */
  void replace(Occurrence use, String value) {
    change(use, use.option().name() + "=" + quoted(value));
  }

  /** Writes another word where one is. */
  void replaceWord(Word word, String value) {
    changes.add(new Change(word.start(), Math.min(word.end(), line.length()), quoted(value)));
  }

  /** Takes an option and its value out, with the white space before it. */
  void remove(Occurrence use) {
    change(use, "");
  }

  /** Adds an option behind the last one. */
  void add(String option, String value) {
    additions.add(option + "=" + quoted(value));
  }

  String text() {
    StringBuilder text = new StringBuilder(line);
    if (!additions.isEmpty()) {
      changes.add(new Change(endOfOptions, endOfOptions, " " + String.join(" ", additions)));
    }
    changes.sort(Comparator.comparingInt(Change::start).reversed());
    for (Change change : changes) {
      text.replace(change.start(), change.end(), change.text());
    }
    return text.toString();
  }

  private void change(Occurrence use, String text) {
    int start = use.word().start();
    int end = use.word().end();
    for (Word word : use.valueWords()) {
      end = Math.max(end, word.end());
    }
    if (text.isEmpty()) {
      while (start > 0 && isBlank(line.charAt(start - 1))) {
        start--;
      }
    }
    changes.add(new Change(start, Math.min(end, line.length()), text));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  static String quoted(String value) {
    if (PLAIN.matcher(value).matches()) {
      return value;
    }
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
