package org.yuzuri.portal.web.ui.language;

import io.undertow.server.HttpServerExchange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;

/**
 * The portal's texts in the viewer's language. What is said to a tenant about its own things is
 * said to operators under the same key with {@code .operator} behind it, where there is such a
 * text.
 */
@Named("texts")
@RequestScoped
public class Texts {

  static final String BUNDLE = "org.yuzuri.portal.web.messages";

  private static final String FOR_OPERATORS = ".operator";

  @Inject HttpServletRequest request;
  @Inject CurrentSubject subject;

  private @Nullable Locale locale;

  /** The viewer's language. */
  public Locale getLocale() {
    if (locale == null) {
      locale = Language.of(request);
    }
    return locale;
  }

  /**
   * The text under this key; the key itself when there is none, so that tests and people see it.
   */
  public String get(String key, @Nullable Object... arguments) {
    try {
      String pattern = bundle().getString(forViewer(key));
      return arguments.length == 0
          ? pattern
          : new MessageFormat(pattern, getLocale()).format(plain(arguments));
    } catch (MissingResourceException missing) {
      return key;
    }
  }

  /** The text under this key, which there is, for a request that has reached no servlet. */
  public static String of(HttpServerExchange exchange, String key) {
    return bundle(Language.of(exchange)).getString(key);
  }

  /** The text of an enum constant, under {@code prefix.CONSTANT}; its name when there is none. */
  public String of(String prefix, @Nullable Object constant) {
    if (constant == null) {
      return "";
    }
    String key = prefix + "." + constant;
    return has(key) ? get(key) : String.valueOf(constant);
  }

  /**
   * What was found, with the name in front of it in the viewer's language: a piece of evidence, a
   * phase, a doubt, a field or what a port let through, alone or as {@code NAME: words}. Words
   * without such a name stay as they are, and so does each of several lines.
   */
  public String detail(@Nullable String found) {
    return found == null ? "" : found.lines().map(this::line).collect(Collectors.joining("; "));
  }

  private String line(String found) {
    int end = found.indexOf(": ");
    String name = end < 0 ? found : found.substring(0, end);
    String rest = end < 0 ? "" : found.substring(end);
    return Stream.of("evidence", "phase", "step", "doubt", "field", "probe")
        .map(prefix -> prefix + "." + name)
        .filter(this::has)
        .findFirst()
        .map(key -> get(key) + rest)
        .orElse(found);
  }

  /** The texts under {@code prefix}, each with the rest of its key. */
  public List<Map.Entry<String, String>> under(String prefix) {
    ResourceBundle texts = bundle();
    return texts.keySet().stream()
        .filter(key -> key.startsWith(prefix + "."))
        .sorted()
        .map(key -> Map.entry(key.substring(prefix.length() + 1), texts.getString(key)))
        .toList();
  }

  /** Whether there is a text under this key. */
  public boolean has(String key) {
    return bundle().containsKey(key);
  }

  /** Whether the viewer is staff of the datacenter. */
  boolean isForOperator() {
    return subject.isOperator();
  }

  private String forViewer(String key) {
    return has(key + FOR_OPERATORS) && isForOperator() ? key + FOR_OPERATORS : key;
  }

  /** Without grouping: most numbers on pages are names of things. */
  private static Object[] plain(@Nullable Object[] arguments) {
    return Arrays.stream(arguments).map(String::valueOf).toArray();
  }

  private ResourceBundle bundle() {
    return bundle(getLocale());
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(BUNDLE, language, Texts.class.getClassLoader());
  }
}
