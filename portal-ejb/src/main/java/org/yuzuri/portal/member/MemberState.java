package org.yuzuri.portal.member;

/** Whether a member may log in. */
public enum MemberState {
  /** It may. */
  OPEN,
  /** An administrator switched it off. */
  DISABLED,
  /** The person is gone; the row stays for what names it. */
  REMOVED
}
