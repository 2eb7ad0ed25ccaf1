package org.yuzuri.portal.mail.text;

import java.net.URI;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuzuri.portal.platform.PlainLine;

/** What is filled into mails, in the reader's language and time. */
final class Words {

  /** Longest text that is filled in. */
  static final int LONGEST = 500;

  private static final int HOURS_OF_A_DAY = 24;

  /** A path of the portal, with a query: nothing that could lead elsewhere or end a line. */
  private static final Pattern PATH =
      Pattern.compile("/(?!/)[A-Za-z0-9/._~-]*(\\?[A-Za-z0-9/._~=&%+-]*)?");

  private final ResourceBundle texts;
  private final Reader reader;

  Words(ResourceBundle texts, Reader reader) {
    this.texts = texts;
    this.reader = reader;
  }

  /**
   * What a value is in this form.
   *
   * @throws IllegalArgumentException the value does not have the form
   */
  String of(String value, String form) {
    return switch (form) {
      case "" -> PlainLine.of(value, LONGEST);
      case "time" -> time(Instant.parse(value));
      case "left" -> left(Duration.parse(value));
      case "word" -> word(value);
      case "words" -> Stream.of(value.split(" ")).map(this::word).collect(Collectors.joining("; "));
      case "link" -> link(value).toString();
      default -> throw new IllegalArgumentException("form of a value: " + form);
    };
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofPattern(texts.getString("form.time"), reader.locale())
        .format(at.atZone(reader.zone()));
  }

  /** Rounded up to hours, and from two days on to days. */
  private String left(Duration left) {
    long hours = Math.max(1, left.plusHours(1).minusMillis(1).toHours());
    boolean days = hours >= 2 * HOURS_OF_A_DAY;
    long number = days ? (hours + HOURS_OF_A_DAY / 2) / HOURS_OF_A_DAY : hours;
    String pattern = texts.getString(days ? "form.days" : "form.hours");
    return new MessageFormat(pattern, reader.locale()).format(new Object[] {number});
  }

  private String word(String name) {
    String key = "word." + name;
    return texts.containsKey(key) ? texts.getString(key) : PlainLine.of(name, LONGEST);
  }

  private URI link(String path) {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("link: expected a path of the portal");
    }
    return URI.create(reader.portal() + path);
  }
}
