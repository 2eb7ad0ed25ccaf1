package org.yuzuri.settings.arguments;

import java.util.List;
import org.yuzuri.settings.release.OptionSpec;
import org.yuzuri.settings.syntax.Word;

/**
 * One use of an option, or what one positional argument got.
 *
 * @param option which
 * @param word the option's word; the first value's of a positional argument
 * @param inline the value was written behind {@code =} in the option's own word
 * @param valueWords the words that hold its values; the option's own word when inline
 * @param values the values
 */
public record Occurrence(
    OptionSpec option, Word word, boolean inline, List<Word> valueWords, List<String> values) {

  /** The only value; empty text when it has none. */
  public String value() {
    return values.isEmpty() ? "" : values.get(0);
  }
}
