package org.yuzuri.portal.platform.pdf;

import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What is printed, piece by piece: elements of HTML that hold text. Text is put into a tree, never
 * into markup, so that it cannot become any.
 */
public final class PdfPage {

  private final Document document;
  private final String title;
  private final Locale language;
  private Element open;

  /**
   * An empty page.
   *
   * @param title of the file, as readers of PDF show it
   * @param style CSS, a constant of the caller's
   */
  public PdfPage(Locale language, String title, String style) {
    this.document = empty();
    this.title = PdfText.printable(title);
    this.language = language;
    Element html = document.createElement("html");
    html.setAttribute("lang", language.getLanguage());
    document.appendChild(html);
    Element head = document.createElement("head");
    html.appendChild(head);
    add(head, "title", this.title);
    add(head, "style", style);
    open = document.createElement("body");
    html.appendChild(open);
  }

  /** What follows is inside a new element, until {@link #end()}. */
  public PdfPage begin(String element, String styleClass) {
    Element inside = document.createElement(element);
    if (!styleClass.isEmpty()) {
      inside.setAttribute("class", styleClass);
    }
    open.appendChild(inside);
    open = inside;
    return this;
  }

  /** Ends the element that was begun last. */
  public PdfPage end() {
    open = (Element) open.getParentNode();
    return this;
  }

  /** An element with a text; line feeds begin a new line. */
  public PdfPage text(String element, String styleClass, String text) {
    begin(element, styleClass);
    String between = "";
    for (String line : text.split("\n", -1)) {
      if (!between.isEmpty()) {
        open.appendChild(document.createElement(between));
      }
      open.appendChild(document.createTextNode(PdfText.printable(line)));
      between = "br";
    }
    return end();
  }

  Document document() {
    return document;
  }

  String title() {
    return title;
  }

  Locale language() {
    return language;
  }

  private void add(Element parent, String name, String text) {
    Element element = document.createElement(name);
    element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
  }

  private static Document empty() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
