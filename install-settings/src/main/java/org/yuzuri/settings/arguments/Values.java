package org.yuzuri.settings.arguments;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.release.OptionSpec;
import org.yuzuri.settings.syntax.PythonText;

/**
 * Kinds of option values, as pykickstart converts them.
 *
 * <p>Source: pykickstart, {@code options.py} and the commands' own conversions.
 */
public final class Values {

  private static final Set<String> BOOLEANS =
      Set.of("on", "yes", "true", "1", "off", "no", "false", "0");

  /** As many digits as every long has. */
  private static final int SAFE_DIGITS = 18;

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private Values() {}

  /** What was expected instead of the value: the name of a kind, or a list; empty when it fits. */
  static Optional<String> misfit(OptionSpec option, String value) {
    return switch (option.type()) {
      case "int" ->
          integer(value).isPresent() ? choiceMisfit(option, value) : Optional.of("0, 1, 2, …");
      case "ksboolean" ->
          BOOLEANS.contains(value.toLowerCase(Locale.ROOT))
              ? Optional.empty()
              : Optional.of("on, yes, true, 1, off, no, false, 0");
      case "level_cb", "type_cb", "when_cb" -> namedMisfit(option, value);
      default -> choiceMisfit(option, value);
    };
  }

  /** A whole number as Python's {@code int()} takes it; too large ones are cut. */
  public static Optional<Long> integer(String value) {
    String text = PythonText.strip(value);
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    if (!isDigits(digits)) {
      return Optional.empty();
    }
    if (text.length() <= SAFE_DIGITS && digits.indexOf('_') < 0) {
      return Optional.of(Long.valueOf(text));
    }
    BigInteger number = new BigInteger(digits.replace("_", "")).min(MOST);
    return Optional.of(text.startsWith("-") ? -number.longValue() : number.longValue());
  }

  /** Splits at commas; without empty pieces and white space around them. */
  public static List<String> split(String value) {
    List<String> pieces = new ArrayList<>();
    for (String piece : value.split(",", -1)) {
      String stripped = PythonText.strip(piece);
      if (!stripped.isEmpty()) {
        pieces.add(stripped);
      }
    }
    return pieces;
  }

  private static boolean isDigits(String text) {
    if (text.isEmpty() || text.startsWith("_") || text.endsWith("_") || text.contains("__")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '_' && !Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> choiceMisfit(OptionSpec option, String value) {
    if (option.choices().isEmpty() || option.choices().contains(value)) {
      return Optional.empty();
    }
    return Optional.of(String.join(", ", option.choices()));
  }

  private static Optional<String> namedMisfit(OptionSpec option, String value) {
    if (option.choices().stream().anyMatch(value::equalsIgnoreCase)) {
      return Optional.empty();
    }
    return Optional.of(String.join(", ", option.choices()));
  }
}
