package org.yuzuri.portal.member;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why something is not done to people. */
public enum MemberProblem implements ProblemCode {
  /** It would leave nobody who administers the tenant. */
  LAST_ADMIN(ProblemKind.CONFLICT),
  /** Nobody changes the own role, or ends the own account. */
  OWN_ACCOUNT(ProblemKind.REFUSED),
  /** Who has this address is a member already. */
  MEMBER_ALREADY(ProblemKind.CONFLICT),
  /** Many people know this password, or it is made of what everybody knows. */
  COMMON_PASSWORD(ProblemKind.REFUSED),
  /** The link was used, has ended, was taken back, or never was one. */
  LINK_DEAD(ProblemKind.GONE);

  private final ProblemKind kind;

  MemberProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
