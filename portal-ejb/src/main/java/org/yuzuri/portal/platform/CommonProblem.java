package org.yuzuri.portal.platform;

/** Problems that every feature knows. */
public enum CommonProblem implements ProblemCode {
  /** No such thing for this subject. */
  NOT_FOUND(ProblemKind.NOT_FOUND),
  /** A field has a value that is not possible. */
  INVALID_VALUE(ProblemKind.REFUSED),
  /** The name is in use already. */
  NAME_TAKEN(ProblemKind.CONFLICT),
  /** It is not as it was when the form was opened; nothing was written. */
  CHANGED_MEANWHILE(ProblemKind.CONFLICT),
  /** As above, and the trail knows by whom: that is what the problem expects. */
  CHANGED_BY(ProblemKind.CONFLICT),
  /** It is in use and cannot be removed. */
  IN_USE(ProblemKind.CONFLICT),
  /** Something that this portal needs was not set up. */
  NOT_CONFIGURED(ProblemKind.UNAVAILABLE);

  private final ProblemKind kind;

  CommonProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
