package org.yuzuri.settings.completion;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.settings.completion.Completion.Kind;
import org.yuzuri.settings.preseed.KnownQuestions;

/** What may be written at a place of a preseed: owner, question, its type, its answer. */
final class PreseedCompletions {

  /** The fields in front of the one that is being written. */
  private static final Pattern WRITTEN =
      Pattern.compile("(?:(\\S+)[ \\t]+)?(?:(\\S+)[ \\t]+)?(?:(\\S+)[ \\t]+)?(\\S*)");

  private static final int BEFORE_THE_LAST = 3;

  private PreseedCompletions() {}

  /**
   * What fits behind the beginning of a line.
   *
   * @param above the line above, whose backslash makes this one part of its answer
   */
  static List<Completion> at(Optional<String> above, String before) {
    boolean continues = above.isPresent() && above.get().stripTrailing().endsWith("\\");
    Matcher written = WRITTEN.matcher(before);
    if (continues || before.startsWith("#") || !written.matches()) {
      return List.of();
    }
    int start = written.start(BEFORE_THE_LAST + 1);
    return new TreeSet<>(words(written.group(1), written.group(2), written.group(3)))
        .stream()
            .filter(word -> word.startsWith(before.substring(start)))
            .map(word -> new Completion(Kind.VALUE, word, start + 1, before.length() + 1))
            .toList();
  }

  private static Set<String> words(
      @Nullable String owner, @Nullable String question, @Nullable String type) {
    if (owner == null) {
      return Set.of("d-i");
    }
    if (question == null) {
      return KnownQuestions.all().keySet();
    }
    String known = KnownQuestions.all().get(question);
    if (type == null) {
      return known == null ? Set.of() : Set.of(known);
    }
    return type.equals("boolean") ? Set.of("false", "true") : answers(question);
  }

  private static Set<String> answers(String question) {
    return switch (question) {
      case "time/zone" -> CommonValues.of("timezone", "timezone");
      case "debian-installer/locale" -> CommonValues.of("lang", "lang");
      case "keyboard-configuration/xkb-keymap" -> CommonValues.of("keyboard", "keyboard");
      default -> Set.copyOf(KnownQuestions.answers(question));
    };
  }
}
