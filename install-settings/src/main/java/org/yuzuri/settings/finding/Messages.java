package org.yuzuri.settings.finding;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** The texts of the findings, in English and Japanese. */
final class Messages {

  private static final String BUNDLE = "org.yuzuri.settings.findings";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final String SUGGESTION = ".suggestion";
  private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

  private Messages() {}

  /** Whether there is nothing to suggest: what was meant is not known. */
  private static boolean lacksAPlace(String pattern, List<String> places) {
    return PLACE
        .matcher(pattern)
        .results()
        .map(place -> Integer.parseInt(place.group(1)))
        .anyMatch(place -> place >= places.size() || places.get(place).isEmpty());
  }

  static String text(Locale locale, String key, String found, List<String> details) {
    return find(locale, key, found, details)
        .orElseThrow(() -> new IllegalStateException("no text for " + key));
  }

  static Optional<String> find(Locale locale, String key, String found, List<String> details) {
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
    if (!bundle.containsKey(key)) {
      return Optional.empty();
    }
    List<String> places = new ArrayList<>(details.size() + 1);
    places.add(found);
    places.addAll(details);
    if (key.endsWith(SUGGESTION) && lacksAPlace(bundle.getString(key), places)) {
      return Optional.empty();
    }
    return Optional.of(new MessageFormat(bundle.getString(key), locale).format(places.toArray()));
  }
}
