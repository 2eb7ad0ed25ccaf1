package org.yuzuri.portal.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * The buttons of pages, from {@code buttons.txt}, which the architecture tests hold to the code:
 * whether or not a page shows them to somebody.
 */
final class Buttons {

  private static final String NONE = "-";

  private Buttons() {}

  /**
   * One button.
   *
   * @param form id of its form
   * @param table id of the table that it may stand in a row of, or "-"
   * @param id its own
   * @param rights permissions of what it calls, or login, or none
   */
  record Button(String form, String table, String id, List<String> rights) {

    /** The parameters by which it may have been pressed: by itself, or in the first row. */
    String pressed() {
      String own = "&" + form + ":" + id + "=x";
      return table.equals(NONE) ? own : own + "&" + form + ":" + table + ":0:" + id + "=x";
    }

    /** Whether it is not for this person, whoever owns what it changes. */
    boolean refuses(Cast.Person person) {
      if (person.side() == Cast.Side.STRANGER) {
        return true;
      }
      if (rights.contains("login") || rights.contains("none")) {
        return false;
      }
      List<String> changing = rights.stream().filter(right -> !right.endsWith(":read")).toList();
      return (changing.isEmpty() ? rights : changing).stream().noneMatch(person::may);
    }

    /** Whether afterwards its page is not there any more. */
    boolean isLast() {
      return id.equals("remove");
    }
  }

  /** Those of one page; what ends it comes last. */
  static List<Button> of(String page) throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of(System.getProperty("it.resources"), "buttons.txt"))) {
      return lines
          .filter(line -> line.startsWith(page + " "))
          .map(line -> line.split(" "))
          .map(words -> new Button(words[1], words[2], words[3], List.of(words[4].split("\\+"))))
          .sorted((one, other) -> Boolean.compare(one.isLast(), other.isLast()))
          .toList();
    }
  }

  /** What a browser sends of a form that nothing was typed into; no buttons. */
  static String filled(String body, String form) {
    Element found = Jsoup.parse(body).getElementById(form);
    StringBuilder sent = new StringBuilder();
    if (found instanceof FormElement typed) {
      typed.formData().stream()
          .filter(field -> !field.key().equals(form))
          .filter(field -> !field.key().startsWith("jakarta.faces."))
          .forEach(
              field ->
                  sent.append('&')
                      .append(field.key())
                      .append('=')
                      .append(Visitor.encoded(field.value())));
    }
    return sent.toString();
  }
}
