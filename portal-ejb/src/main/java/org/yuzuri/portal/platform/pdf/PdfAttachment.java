package org.yuzuri.portal.platform.pdf;

import java.time.Instant;

/**
 * A file inside a document.
 *
 * @param name letters, digits, {@code -}, {@code _} and points
 * @param type its media type
 * @param description what it is, in the document's language
 * @param relation to the document: {@code Alternative} when it says the same, {@code Supplement}
 *     when it belongs to it. Source: ISO 19005-3, Annex E (AFRelationship)
 * @param made when it was made
 * @param content written in UTF-8
 */
public record PdfAttachment(
    String name, String type, String description, String relation, Instant made, String content) {

  private static final String NAME = "[A-Za-z0-9_.-]{1,100}";

  /** Checks the name: it is a file's on somebody's machine. */
  public PdfAttachment {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("attachment's name: " + name);
    }
  }
}
