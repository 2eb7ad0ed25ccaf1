package org.yuzuri.portal.announcement;

/** How much an announcement matters; text {@code severity.NAME}. */
public enum AnnouncementSeverity {
  /** Something to know. */
  NOTICE,
  /** Something will not work for a while. */
  WARNING,
  /** Something does not work now. */
  ERROR
}
