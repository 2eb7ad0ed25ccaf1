package org.yuzuri.portal.web.chart;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the elements of a drawing. Source of the form: SVG 1.1, in HTML without a namespace. */
final class SvgWriter {

  private static final double DOT = 3.5;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;

  SvgWriter() {
    try {
      out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  void begin(int width, int height, String alternative) {
    write(
        () -> {
          out.writeStartElement("svg");
          out.writeAttribute("viewBox", "0 0 " + width + " " + height);
          out.writeAttribute("role", "img");
          out.writeAttribute("aria-label", plain(alternative));
        });
  }

  String end() {
    write(
        () -> {
          out.writeEndElement();
          out.flush();
        });
    return text.toString();
  }

  void rect(String kind, double x, double y, double width, double height, @Nullable String told) {
    write(
        () -> {
          out.writeStartElement("rect");
          out.writeAttribute("class", kind);
          out.writeAttribute("x", number(x));
          out.writeAttribute("y", number(y));
          out.writeAttribute("width", number(width));
          out.writeAttribute("height", number(height));
          title(told);
          out.writeEndElement();
        });
  }

  void circle(String kind, double x, double y, String told) {
    write(
        () -> {
          out.writeStartElement("circle");
          out.writeAttribute("class", kind);
          out.writeAttribute("cx", number(x));
          out.writeAttribute("cy", number(y));
          out.writeAttribute("r", number(DOT));
          title(told);
          out.writeEndElement();
        });
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
    write(
        () -> {
          out.writeStartElement("line");
          out.writeAttribute("class", kind);
          out.writeAttribute("x1", number(x1));
          out.writeAttribute("y1", number(y1));
          out.writeAttribute("x2", number(x2));
          out.writeAttribute("y2", number(y2));
          out.writeEndElement();
        });
  }

  /** A line along points, each as {@code X,Y}. */
  void polyline(String kind, String points) {
    write(
        () -> {
          out.writeStartElement("polyline");
          out.writeAttribute("class", kind);
          out.writeAttribute("points", points);
          out.writeEndElement();
        });
  }

  /**
   * A text.
   *
   * @param anchor start, middle or end: which part of it is at x
   * @param told the whole of a text that was cut; null for one that was not
   */
  void text(String kind, double x, double y, String anchor, String words, @Nullable String told) {
    write(
        () -> {
          out.writeStartElement("text");
          if (!kind.isEmpty()) {
            out.writeAttribute("class", kind);
          }
          out.writeAttribute("x", number(x));
          out.writeAttribute("y", number(y));
          out.writeAttribute("text-anchor", anchor);
          title(told);
          out.writeCharacters(plain(words));
          out.writeEndElement();
        });
  }

  private void title(@Nullable String told) throws XMLStreamException {
    if (told != null) {
      out.writeStartElement("title");
      out.writeCharacters(plain(told));
      out.writeEndElement();
    }
  }

  /** XML has no control characters. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** Tenths are finer than anybody sees. */
  static String number(double number) {
    return BigDecimal.valueOf(number)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private interface Writing {
    void write() throws XMLStreamException;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
