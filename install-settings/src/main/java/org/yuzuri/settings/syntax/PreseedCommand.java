package org.yuzuri.settings.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * kickseed's command {@code preseed [--owner OWNER] QUESTION TYPE [VALUE]}.
 *
 * <p>Source: Debian package kickseed 0.63, {@code handlers/preseed.sh}.
 *
 * @param arguments question, type and value, as far as they are there
 */
public record PreseedCommand(List<Word> arguments) {

  public static final String NAME = "preseed";

  /** Types of questions. Source: debconf-devel(7); {@code seen} is the installer's own. */
  public static final Set<String> TYPES =
      Set.of(
          "string",
          "boolean",
          "select",
          "multiselect",
          "note",
          "password",
          "text",
          "seen",
          "error",
          "title");

  private static final String OWNER = "--owner";
  private static final int MOST = 3;

  public PreseedCommand {
    arguments = List.copyOf(arguments);
  }

  /** Reads the words of a line, the command first. */
  public static PreseedCommand of(List<Word> words) {
    List<Word> arguments = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (text.equals(OWNER)) {
        i++;
      } else if (!text.startsWith(OWNER + "=") && !text.equals("--")) {
        arguments.add(words.get(i));
      }
    }
    return new PreseedCommand(arguments);
  }

  /** The question that it answers; empty when there is none. */
  public String question() {
    return arguments.isEmpty() ? "" : arguments.get(0).text();
  }

  /** Whether kickseed obeys it. */
  public boolean isValid() {
    boolean counted = arguments.size() == 2 || arguments.size() == MOST;
    return counted && question().indexOf('/') > 0 && TYPES.contains(arguments.get(1).text());
  }
}
