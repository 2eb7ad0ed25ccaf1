package org.yuzuri.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the portal as its source has it, with the fragments that it includes. */
record PageSource(String path, String text) {

  private static final Path WEBAPP = Path.of("../portal-web/src/main/webapp");
  private static final Pattern INCLUDE =
      Pattern.compile("<ui:include\\s+src=\"(/WEB-INF/[^\"#]+)\"");
  private static final Pattern PART =
      Pattern.compile(
          "<h:form\\b[^>]*?\\bid=\"(?<form>[\\w-]+)\""
              + "|<ui:param\\s+name=\"id\"\\s+value=\"(?<list>[\\w-]+)\""
              + "|<(?:[hp]:dataTable|ui:repeat)\\b[^>]*?\\bid=\"(?<table>[\\w-]+)\""
              + "|(?<end></(?:[hp]:dataTable|ui:repeat)>)"
              + "|<[hp]:command(?:Button|Link)\\b(?<button>[^>]*)");
  private static final Pattern ID = Pattern.compile("\\bid=\"([\\w-]+)\"");
  private static final Pattern ACTION = Pattern.compile("\\baction=\"#\\{(\\w+\\.\\w+)");

  /**
   * A button.
   *
   * @param form id of its form
   * @param table id of the table that it may stand in a row of; "-" for none
   * @param id its own; "unnamed" for none
   * @param action what it calls, as {@code bean.method}
   */
  record Button(String form, String table, String id, String action) {}

  /** Below the folder of the pages. */
  static PageSource of(String path) {
    return new PageSource(path, whole(WEBAPP.resolve(path)));
  }

  /** In the order of the source; those of the frame are not among them. */
  List<Button> buttons() {
    List<Button> buttons = new ArrayList<>();
    String form = "-";
    String table = "-";
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group("form") != null) {
        form = part.group("form");
        table = "-";
      } else if (part.group("list") != null) {
        form = part.group("list");
        table = "list";
      } else if (part.group("table") != null) {
        table = part.group("table");
      } else if (part.group("end") != null) {
        table = "-";
      } else {
        buttons.add(button(form, table, part.group("button")));
      }
    }
    return buttons;
  }

  private static Button button(String form, String table, String attributes) {
    Matcher id = ID.matcher(attributes);
    Matcher action = ACTION.matcher(attributes);
    return new Button(
        form, table, id.find() ? id.group(1) : "unnamed", action.find() ? action.group(1) : "none");
  }

  private static String whole(Path file) {
    try {
      Matcher include = INCLUDE.matcher(Files.readString(file));
      return include.replaceAll(
          found -> Matcher.quoteReplacement(whole(WEBAPP.resolve(found.group(1).substring(1)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
