package org.yuzuri.settings.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.settings.syntax.Word;

/**
 * A command line taken apart.
 *
 * @param command the command's own word
 * @param occurrences options and positional arguments in the order they were taken
 * @param extras words that belong to nothing: unknown options, superfluous arguments
 * @param problems what is wrong so far
 */
public record Arguments(
    Word command, List<Occurrence> occurrences, List<Word> extras, List<Problem> problems) {

  /** Whether anything set the destination. */
  public boolean has(String destination) {
    return last(destination) != null;
  }

  /** Whether something set the destination to a value that is not empty. */
  public boolean hasText(String destination) {
    return !text(destination).isEmpty();
  }

  /** The last value of the destination; empty text when nothing set it. */
  public String text(String destination) {
    Occurrence use = last(destination);
    return use == null ? "" : use.value();
  }

  /** The last value as a whole number; 0 when nothing set it or it is none. */
  public long number(String destination) {
    Occurrence use = last(destination);
    return use == null ? 0 : Values.integer(use.value()).orElse(0L);
  }

  /** All values of the destination. */
  public List<String> values(String destination) {
    List<String> all = new ArrayList<>();
    for (Occurrence use : occurrences) {
      if (use.option().destination().equals(destination)) {
        all.addAll(use.values());
      }
    }
    return all;
  }

  /** The last values of the destination, split at commas as pykickstart does. */
  public List<String> commaValues(String destination) {
    return Values.split(text(destination));
  }

  /** The last use of an option or argument with that destination. */
  public Optional<Occurrence> find(String destination) {
    return Optional.ofNullable(last(destination));
  }

  private @Nullable Occurrence last(String destination) {
    for (int i = occurrences.size() - 1; i >= 0; i--) {
      if (occurrences.get(i).option().destination().equals(destination)) {
        return occurrences.get(i);
      }
    }
    return null;
  }

  /** The word to point at when a destination is meant: its use, else the command. */
  public Word wordOf(String destination) {
    Occurrence use = last(destination);
    return use == null ? command : use.word();
  }
}
