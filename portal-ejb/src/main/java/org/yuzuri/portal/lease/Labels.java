package org.yuzuri.portal.lease;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What a tenant finds its servers by: keys with values, such as {@code env=prod role=web}.
 *
 * <p>Source of the rules: Kubernetes' labels ("Labels and Selectors", syntax and character set),
 * without prefixes: keys of 1 to 63 letters, digits, {@code -}, {@code _} and {@code .} that begin
 * and end with a letter or digit; values likewise, or empty.
 *
 * @param text by key, separated by one space; each key once
 */
public record Labels(String text) implements Serializable {

  /** Most labels of one server. */
  public static final int MOST = 20;

  public static final Labels NONE = new Labels("");

  private static final String RULE =
      "KEY=VALUE, each 1 to 63 letters, digits, - _ . that begin and end with a letter or digit;"
          + " at most "
          + MOST
          + ", each key once";

  private static final Pattern KEY =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  /**
   * Reads what somebody typed, separated by spaces, commas or lines.
   *
   * @throws ProblemException INVALID_VALUE: labels, and the rule
   */
  public static Labels of(String typed) {
    SortedMap<String, String> labels = new TreeMap<>();
    for (String label : typed.split("[\\s,]+", -1)) {
      if (!label.isEmpty()) {
        add(labels, label);
      }
    }
    if (labels.size() > MOST) {
      throw ProblemException.invalid("labels", labels.size(), RULE);
    }
    return new Labels(
        labels.entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .collect(Collectors.joining(" ")));
  }

  private static void add(SortedMap<String, String> labels, String label) {
    int equals = label.indexOf('=');
    String key = equals < 0 ? label : label.substring(0, equals);
    String value = equals < 0 ? "" : label.substring(equals + 1);
    boolean good =
        equals > 0
            && KEY.matcher(key).matches()
            && (value.isEmpty() || KEY.matcher(value).matches());
    if (!good || labels.put(key, value) != null) {
      throw ProblemException.invalid("labels", label, RULE);
    }
  }

  /** Each as {@code KEY=VALUE}, by key. */
  public List<String> list() {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
  }
}
