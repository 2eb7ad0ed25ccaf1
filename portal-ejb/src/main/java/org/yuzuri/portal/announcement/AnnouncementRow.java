package org.yuzuri.portal.announcement;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.yuzuri.portal.platform.RowQuery;

/**
 * An announcement in a list.
 *
 * @param forAll whether every tenant sees it
 * @param withdrawn whether it was taken back
 */
public record AnnouncementRow(
    long id,
    AnnouncementSeverity severity,
    String english,
    String japanese,
    Instant from,
    Instant until,
    boolean forAll,
    String writtenBy,
    boolean withdrawn)
    implements Serializable {

  static final RowQuery<AnnouncementRow, AnnouncementState> ALL =
      new RowQuery<AnnouncementRow, AnnouncementState>(
              AnnouncementRow.class,
              "Announcement a",
              "a.id",
              "a.severity",
              "a.english",
              "a.japanese",
              "a.from",
              "a.until",
              "a.forAll",
              "a.writtenBy",
              "a.withdrawn")
          .searchedBy("a.english", "a.japanese", "a.writtenBy")
          .orderedBy("a.from desc")
          .inStates(
              "a.withdrawn",
              AnnouncementState.class,
              Set.of(AnnouncementState.WITHDRAWN),
              state -> state == AnnouncementState.WITHDRAWN);

  /** The text in a language; in English when it is neither of the two. */
  public String text(String language) {
    return "ja".equals(language) ? japanese : english;
  }

  /** Whether it was taken back. */
  public AnnouncementState state() {
    return withdrawn ? AnnouncementState.WITHDRAWN : AnnouncementState.PUBLISHED;
  }
}
