package org.yuzuri.portal.web.member;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Several mail addresses in one field. */
final class Addresses {

  private Addresses() {}

  /**
   * The addresses of a text, each once, in their order.
   *
   * @param typed separated by white space, commas or semicolons, as mail programs copy them
   * @return nothing of an empty text; what is no address is among them
   */
  static List<String> of(String typed) {
    return Arrays.stream(typed.split("[\\s,;]+", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
