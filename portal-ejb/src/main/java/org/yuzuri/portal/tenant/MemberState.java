package org.yuzuri.portal.tenant;

/** Whether a member may log in. */
public enum MemberState {
  /** It may. */
  OPEN,
  /** An administrator switched it off. */
  DISABLED
}
