package org.yuzuri.portal.web.ui;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PrimeFaces' one script of all its widgets with those alone that pages of the portal have: the
 * rest would be three quarters of what a browser loads at first.
 */
final class SlimScript extends ResourceWrapper {

  static final String NAME = "components.js";

  /** Of the tags that pages have, and what those use; {@code SlimScriptTest} holds it to pages. */
  static final Set<String> KEPT =
      Set.of("ColumnToggler", "CommandButton", "DataTable", "DataView", "Messages", "Paginator");

  private static final Pattern WIDGET =
      Pattern.compile("PrimeFaces\\.widget\\.(\\w+)=PrimeFaces\\.widget\\.\\w+\\.extend\\(");

  SlimScript(Resource whole) {
    super(whole);
  }

  @Override
  public InputStream getInputStream() throws IOException {
    try (InputStream whole = getWrapped().getInputStream()) {
      String script = new String(whole.readAllBytes(), StandardCharsets.UTF_8);
      return new ByteArrayInputStream(slim(script).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Without the widgets that are not kept; each is one statement. */
  static String slim(String script) {
    StringBuilder kept = new StringBuilder();
    Matcher widget = WIDGET.matcher(script);
    int from = 0;
    boolean keep = true;
    while (widget.find()) {
      if (keep) {
        kept.append(script, from, widget.start());
      }
      from = widget.start();
      keep = KEPT.contains(widget.group(1));
    }
    return keep ? kept.append(script.substring(from)).toString() : kept.toString();
  }
}
