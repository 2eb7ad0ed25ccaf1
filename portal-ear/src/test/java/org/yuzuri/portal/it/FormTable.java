package org.yuzuri.portal.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;

/** The forms of pages, from {@code forms.txt}. */
final class FormTable {

  private static final int WORDS_OF_AN_EDIT = 8;

  private FormTable() {}

  /**
   * A form that shows what is stored, to be changed.
   *
   * @param page below the portal's address
   * @param form id of it
   * @param button id of what sends it
   * @param first what is typed in the first tab
   * @param second what is typed in the second one
   * @param besides what has to be typed in both
   */
  record Edit(
      String page, String form, String button, Typed first, Typed second, List<Typed> besides) {

    /** What a browser sends of the form as it was opened, with this typed into it. */
    String sent(String body, Typed typed) {
      StringBuilder sent = new StringBuilder();
      for (KeyVal field : fields(body, form)) {
        String value = field.value();
        for (Typed one : Stream.concat(Stream.of(typed), besides.stream()).toList()) {
          value = one.isOf(field.key()) ? one.value() : value;
        }
        if (!value.equals(Typed.OFF)) {
          sent.append('&').append(field.key()).append('=').append(Visitor.encoded(value));
        }
      }
      return sent + "&" + form + ":" + button + "=x&" + form + ":list:0:" + button + "=x";
    }

    /** As above, with this in the place of whatever else would be typed into its field. */
    String mistyped(String body, Typed typed) {
      List<Typed> others = besides.stream().filter(one -> !one.field.equals(typed.field)).toList();
      return new Edit(page, form, button, typed, second, others).sent(body, typed);
    }

    private Edit numbered(int number) {
      String digit = String.valueOf(number);
      return new Edit(
          page,
          form,
          button,
          new Typed(first.field, first.value.replace("{n}", digit)),
          second,
          besides.stream()
              .map(typed -> new Typed(typed.field, typed.value.replace("{n}", digit)))
              .toList());
    }

    /** What stands in this field of a page; off for a box that is not ticked. */
    String shown(String body, Typed field) {
      return fields(body, form).stream()
          .filter(each -> field.isOf(each.key()))
          .map(KeyVal::value)
          .findFirst()
          .orElse(Typed.OFF);
    }
  }

  /**
   * A value typed into a field.
   *
   * @param field the end of its id
   */
  record Typed(String field, String value) {

    static final String OFF = "off";

    boolean isOf(String id) {
      return id.endsWith(":" + field);
    }
  }

  /** Page and form of each line. */
  static Set<String> listed() throws IOException {
    return lines("forms.txt")
        .map(words -> words[0] + " " + words[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Page and form of each button that the code has, without those of the profile's pages. */
  static Set<String> found() throws IOException {
    return lines("buttons.txt")
        .map(words -> words[0] + " " + words[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Those that change what is stored.
   *
   * @param number from 0 to 9, in what is typed first
   */
  static List<Edit> edits(int number) throws IOException {
    return lines("forms.txt")
        .filter(words -> words[2].equals("edits"))
        .map(
            words ->
                new Edit(
                    words[0],
                    words[1],
                    words[3],
                    new Typed(words[4], words[5]),
                    new Typed(words[6], words[7]),
                    typed(words, WORDS_OF_AN_EDIT)))
        .map(form -> form.numbered(number))
        .toList();
  }

  /**
   * Every form that is filled in and sent, those that add and those that edit.
   *
   * @param number from 0 to 9, in what may be there once
   */
  static List<Edit> filled(int number) throws IOException {
    return Stream.concat(
            edits(number).stream(),
            lines("forms.txt")
                .filter(words -> words[2].equals("adds") && words.length > 3)
                .map(
                    words -> {
                      List<Typed> all = typed(words, 4);
                      Typed first = all.get(0);
                      return new Edit(words[0], words[1], words[3], first, first, all);
                    }))
        .map(form -> form.numbered(number))
        .toList();
  }

  private static List<Typed> typed(String[] words, int from) {
    List<Typed> typed = new ArrayList<>();
    for (int at = from; at < words.length; at += 2) {
      String value = words[at + 1].replace("{month}", nextMonth()).replace('_', ' ');
      typed.add(new Typed(words[at], value));
    }
    return typed;
  }

  private static String nextMonth() {
    return YearMonth.now(ZoneOffset.UTC).plusMonths(1).toString();
  }

  /** Without buttons, of which a browser sends the one that was pressed. */
  private static List<KeyVal> fields(String body, String form) {
    if (!(Jsoup.parse(body).getElementById(form) instanceof FormElement found)) {
      return List.of();
    }
    List<String> buttons = found.select("input[type=submit], button").eachAttr("name");
    return found.formData().stream()
        .filter(field -> !field.key().equals(form))
        .filter(field -> !field.key().startsWith("jakarta.faces."))
        .filter(field -> !buttons.contains(field.key()))
        .toList();
  }

  private static Stream<String[]> lines(String table) throws IOException {
    return Arrays.stream(
            Files.readString(Path.of(System.getProperty("it.resources"), table)).split("\n", -1))
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" "));
  }
}
