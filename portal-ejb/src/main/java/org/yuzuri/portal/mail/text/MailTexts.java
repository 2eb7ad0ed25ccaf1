package org.yuzuri.portal.mail.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yuzuri.portal.platform.PlainLine;

/**
 * Makes the words of mails from the bundle {@code mails}: of each kind a subject, and a text whose
 * paragraphs are parted by an empty line.
 */
public final class MailTexts {

  static final String BUNDLE = "org.yuzuri.portal.mail.text.mails";

  private static final int LONGEST_SUBJECT = 300;
  private static final String LINK = "link";

  private MailTexts() {}

  /**
   * The words of one mail.
   *
   * @param kind name of the kind
   * @param optional whether the receiver may switch such mails off; then the text says so
   * @throws IllegalArgumentException a value is missing or has not the form that the text wants
   */
  public static MailText of(
      String kind, boolean optional, Map<String, String> values, Reader reader) {
    ResourceBundle texts = bundle(reader.locale());
    Words words = new Words(texts, reader);
    BiFunction<String, String, String> plain = (name, form) -> words.of(value(values, name), form);
    String subject =
        PlainLine.of(
            new Template(texts.getString(kind + ".subject")).fill(UnaryOperator.identity(), plain),
            LONGEST_SUBJECT);
    String whole =
        String.join(
            "\n\n",
            hello(texts, reader),
            texts.getString(kind + ".text"),
            texts.getString(optional ? "foot.optional" : "foot"));
    Map<String, String> all = new HashMap<>(values);
    all.put("reader", reader.name());
    all.put("profile", "/mail/preferences.xhtml");
    BiFunction<String, String, String> filled = (name, form) -> words.of(value(all, name), form);
    return new MailText(
        subject,
        new Template(whole).fill(UnaryOperator.identity(), filled) + "\n",
        html(whole, subject, reader.locale(), filled));
  }

  private static String hello(ResourceBundle texts, Reader reader) {
    return texts.getString(reader.name().isEmpty() ? "hello.nameless" : "hello");
  }

  private static String html(
      String whole, String subject, Locale locale, BiFunction<String, String, String> filled) {
    BiFunction<String, String, String> markedUp =
        (name, form) -> {
          String escaped = escaped(filled.apply(name, form));
          return form.equals(LINK) ? "<a href=\"" + escaped + "\">" + escaped + "</a>" : escaped;
        };
    String paragraphs =
        Arrays.stream(whole.split("\n\n"))
            .map(part -> new Template(part).fill(MailTexts::lines, markedUp))
            .map(part -> "<p>" + part + "</p>\n")
            .collect(Collectors.joining());
    return "<!DOCTYPE html>\n<html lang=\""
        + locale.getLanguage()
        + "\">\n<head><meta charset=\"UTF-8\"><title>"
        + escaped(subject)
        + "</title></head>\n<body>\n"
        + paragraphs
        + "</body>\n</html>\n";
  }

  private static String lines(String literal) {
    return escaped(literal).replace("\n", "<br>\n");
  }

  /** The text with nothing in it that HTML reads, neither in an element nor in an attribute. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("value " + name + " is missing");
    }
    return value;
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, MailTexts.class.getClassLoader());
  }
}
