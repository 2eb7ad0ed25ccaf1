package org.yuzuri.portal.transfer;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What a leased server's requests can be refused for. */
public enum TransferProblemCode implements ProblemCode {
  /** The boot token opens nothing: unknown, dead, or presented by another agent. */
  BOOT_TOKEN_DEAD(ProblemKind.NOT_FOUND),
  /** The install plan was given before; it is given once. */
  SETTINGS_FETCHED_TWICE(ProblemKind.GONE),
  /** The request comes in a step in which it has no meaning. */
  NOT_IN_THIS_STEP(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  TransferProblemCode(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
