package org.yuzuri.portal.announcement;

/** Whether an announcement is there to be seen; text {@code announcement.state.NAME}. */
public enum AnnouncementState {
  /** It was not taken back: it is shown in its time. */
  PUBLISHED,
  /** An operator took it back. */
  WITHDRAWN
}
