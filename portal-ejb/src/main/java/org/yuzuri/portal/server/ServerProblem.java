package org.yuzuri.portal.server;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why a server's description is not taken. */
public enum ServerProblem implements ProblemCode {
  /** It is lent, or being worked on: its description has to stay as it is. */
  SERVER_IN_USE(ProblemKind.CONFLICT),
  /** Its disks are not proven clean: the eraser has to find the same ones. */
  DISKS_NOT_CLEAN(ProblemKind.CONFLICT),
  /** Another server has it already. */
  ALREADY_A_SERVERS(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  ServerProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
