package org.yuzuri.images;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found wrong. Immutable.
 *
 * @param code which thing
 * @param arguments of the code's sentence, in its order, never translated
 */
public record Finding(BootImageCode code, List<String> arguments) {
  private static final int LONGEST_ARGUMENT = 200;

  /** Copies; shortens what strangers wrote and keeps control characters out of it. */
  public Finding {
    arguments = arguments.stream().map(Finding::printable).toList();
  }

  static Finding of(BootImageCode code, @Nullable Object... arguments) {
    return new Finding(code, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
  }

  private static String printable(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return clean.length() <= LONGEST_ARGUMENT ? clean : clean.substring(0, LONGEST_ARGUMENT) + "…";
  }

  /** Whether the image cannot be used because of it. */
  public boolean error() {
    return code.severity() == BootImageCode.Severity.ERROR;
  }

  /** The sentence for the user, in English or Japanese. */
  public String sentence(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.yuzuri.images.BootImageMessages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(code.name()), locale).format(arguments.toArray());
  }
}
