package org.yuzuri.portal.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.PlainLine;

/**
 * One thing that a watch has found to be so now.
 *
 * @param id of the thing at its place; 0 when there is one only
 * @param name what the thing is called, from anybody: made one plain line of at most 200 characters
 * @param reason code of the text {@code reason.CODE}; null when there is none
 * @param detail what was seen, values in no language, such as {@code 45 s}: made one plain line of
 *     at most 500 characters
 * @param since since when it is so
 */
public record Sighting(
    Severity severity,
    Place place,
    long id,
    String name,
    @Nullable String reason,
    String detail,
    Instant since) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DETAIL = 500;

  public Sighting {
    name = PlainLine.of(name, LONGEST_NAME);
    detail = PlainLine.of(detail, LONGEST_DETAIL);
  }

  /** A sighting without a reason's code. */
  public Sighting(
      Severity severity, Place place, long id, String name, String detail, Instant since) {
    this(severity, place, id, name, null, detail, since);
  }
}
