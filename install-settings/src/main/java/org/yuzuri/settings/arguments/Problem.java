package org.yuzuri.settings.arguments;

import java.util.List;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.syntax.Word;

/**
 * Something wrong with a command's arguments.
 *
 * @param code what kind
 * @param word where
 * @param details for the message
 */
public record Problem(FindingCode code, Word word, List<String> details) {

  public Problem(FindingCode code, Word word, String... details) {
    this(code, word, List.of(details));
  }
}
