package org.yuzuri.images.finding;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found wrong. Immutable.
 *
 * @param code which thing
 * @param file the name of the file that it was found in; empty when it is about several
 * @param arguments of the code's sentence, in its order, never translated
 */
public record Finding(BootImageCode code, String file, List<String> arguments) {
  private static final int LONGEST_ARGUMENT = 200;

  /** Copies; shortens what strangers wrote and keeps control characters out of it. */
  public Finding {
    file = printable(file);
    arguments = arguments.stream().map(Finding::printable).toList();
  }

  /** About several files, or about one that {@link #in} names later. */
  public static Finding of(BootImageCode code, @Nullable Object... arguments) {
    return new Finding(code, "", Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** The same of a file with this name. */
  public Finding in(String fileName) {
    return new Finding(code, fileName, arguments);
  }

  private static String printable(String text) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return clean.length() <= LONGEST_ARGUMENT ? clean : clean.substring(0, LONGEST_ARGUMENT) + "…";
  }

  /** Whether the image cannot be used because of it. */
  public boolean error() {
    return code.severity() == BootImageCode.Severity.ERROR;
  }

  /** The sentence for the user, in English or Japanese, with the file's name before it. */
  public String sentence(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.yuzuri.images.BootImageMessages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String sentence =
        new MessageFormat(bundle.getString(code.code()), locale).format(arguments.toArray());
    return file.isEmpty() ? sentence : file + ": " + sentence;
  }
}
