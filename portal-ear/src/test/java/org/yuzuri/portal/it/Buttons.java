package org.yuzuri.portal.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The buttons of a page as its source has them, whether or not the page shows them to somebody. */
final class Buttons {

  private static final Pattern INCLUDE =
      Pattern.compile("<ui:include\\s+src=\"(/WEB-INF/[^\"#]+)\"");
  private static final Pattern PART =
      Pattern.compile(
          "<h:form\\b[^>]*?\\bid=\"(?<form>\\w+)\""
              + "|<ui:param\\s+name=\"id\"\\s+value=\"(?<list>\\w+)\""
              + "|<[hp]:dataTable\\b[^>]*?\\bid=\"(?<table>\\w+)\""
              + "|<[hp]:command(?:Button|Link)\\b(?<button>[^>]*)");
  private static final Pattern ID = Pattern.compile("\\bid=\"(\\w+)\"");

  private Buttons() {}

  /**
   * One button.
   *
   * @param form id of its form
   * @param table id of the table that it may stand in a row of; empty when there is none
   * @param id its own
   */
  record Button(String form, String table, String id) {

    /** The parameters by which it may have been pressed: by itself, or in the first row. */
    String pressed() {
      String own = "&" + form + ":" + id + "=x";
      return table.isEmpty() ? own : own + "&" + form + ":" + table + ":0:" + id + "=x";
    }
  }

  /** Those of one page, its fragments' included; the frame's own are not. */
  static List<Button> of(String page) throws IOException {
    List<Button> buttons = new ArrayList<>();
    String form = "";
    String table = "";
    Matcher part = PART.matcher(whole(Files.readString(PageTable.WEBAPP.resolve(page))));
    while (part.find()) {
      if (part.group("form") != null) {
        form = part.group("form");
        table = "";
      } else if (part.group("list") != null) {
        form = part.group("list");
        table = "list";
      } else if (part.group("table") != null) {
        table = part.group("table");
      } else {
        Matcher id = ID.matcher(part.group("button"));
        buttons.add(new Button(form, table, id.find() ? id.group(1) : "unnamed"));
      }
    }
    return buttons;
  }

  private static String whole(String source) throws IOException {
    Matcher include = INCLUDE.matcher(source);
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (include.find()) {
      Path fragment = PageTable.WEBAPP.resolve(include.group(1).substring(1));
      text.append(source, from, include.start()).append(whole(Files.readString(fragment)));
      from = include.end();
    }
    return text.append(source.substring(from)).toString();
  }

  /** What a browser sends of a form that nothing was typed into; no buttons. */
  static String filled(String body, String form) {
    Element found = form.isEmpty() ? null : Jsoup.parse(body).getElementById(form);
    Map<String, String> fields = new LinkedHashMap<>();
    if (found instanceof org.jsoup.nodes.FormElement typed) {
      typed.formData().forEach(field -> fields.put(field.key(), field.value()));
    }
    StringBuilder sent = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          if (!name.equals(form) && !name.startsWith("jakarta.faces.")) {
            sent.append('&').append(name).append('=').append(Visitor.encoded(value));
          }
        });
    return sent.toString();
  }
}
