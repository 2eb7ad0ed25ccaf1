package org.yuzuri.portal.announcement;

import java.io.Serializable;

/** An announcement, as its readers see it: plain texts of 1 to 2000 characters. */
public record AnnouncementNews(
    long id, AnnouncementSeverity severity, String english, String japanese)
    implements Serializable {

  /** The text in a language; in English when it is neither of the two. */
  public String text(String language) {
    return "ja".equals(language) ? japanese : english;
  }
}
