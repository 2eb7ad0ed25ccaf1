package org.yuzuri.portal.mail.text;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places that are filled in: {@code {server}}, or with the form of what is filled in,
 * {@code {endsAt:time}}. Neither what is filled in nor the places are ever read again.
 */
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)(?::([a-z]+))?}");

  private final String text;

  Template(String text) {
    this.text = text;
  }

  /**
   * The text.
   *
   * @param literal what becomes of the template's own words
   * @param filled what stands in the place of this name and form; the form may be empty
   */
  String fill(UnaryOperator<String> literal, BiFunction<String, String, String> filled) {
    StringBuilder result = new StringBuilder();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      result.append(literal.apply(text.substring(from, place.start())));
      String form = place.group(2) == null ? "" : place.group(2);
      result.append(filled.apply(place.group(1), form));
      from = place.end();
    }
    return result.append(literal.apply(text.substring(from))).toString();
  }
}
