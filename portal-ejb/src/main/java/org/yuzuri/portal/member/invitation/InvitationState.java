package org.yuzuri.portal.member.invitation;

/** What became of an invitation. */
public enum InvitationState {
  /** Nobody has followed it yet; its link may have ended. */
  OPEN,
  /** Who was invited is a member. */
  ACCEPTED,
  /** An administrator took it back. */
  WITHDRAWN
}
