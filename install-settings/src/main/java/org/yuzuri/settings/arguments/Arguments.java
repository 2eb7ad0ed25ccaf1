package org.yuzuri.settings.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    return find(destination).isPresent();
  }

  /** Whether something set the destination to a value that is not empty. */
  public boolean hasText(String destination) {
    return !text(destination).isEmpty();
  }

  /** The last value of the destination; empty text when nothing set it. */
  public String text(String destination) {
    return find(destination).map(Occurrence::value).orElse("");
  }

  /** The last value as a whole number; 0 when nothing set it or it is none. */
  public long number(String destination) {
    return find(destination).flatMap(use -> Values.integer(use.value())).orElse(0L);
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
    for (int i = occurrences.size() - 1; i >= 0; i--) {
      if (occurrences.get(i).option().destination().equals(destination)) {
        return Optional.of(occurrences.get(i));
      }
    }
    return Optional.empty();
  }

  /** The word to point at when a destination is meant: its use, else the command. */
  public Word wordOf(String destination) {
    return find(destination).map(Occurrence::word).orElse(command);
  }
}
