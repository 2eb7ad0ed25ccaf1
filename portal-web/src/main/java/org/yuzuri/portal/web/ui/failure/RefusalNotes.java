package org.yuzuri.portal.web.ui.failure;

import org.apache.shiro.authz.AuthorizationException;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.ProblemKind;

/**
 * Tells the audit trail what a viewer was refused: a permission, or a thing that may be another's.
 */
public final class RefusalNotes {

  private static final int LONGEST_CAUSE_CHAIN = 20;

  private RefusalNotes() {}

  /**
   * Notes it, when it is such a refusal; anything else is no matter of the trail.
   *
   * @param page what was asked for
   */
  public static void note(Refusals refusals, Throwable thrown, String page) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < LONGEST_CAUSE_CHAIN; depth++) {
      if (cause instanceof ProblemException problem) {
        noteProblem(refusals, problem, page);
        return;
      }
      if (cause instanceof AuthorizationException) {
        refusals.note(Refusals.FORBIDDEN, page, String.valueOf(cause.getMessage()));
        return;
      }
      cause = cause.getCause();
    }
  }

  private static void noteProblem(Refusals refusals, ProblemException problem, String page) {
    ProblemKind kind = problem.code().kind();
    if (kind == ProblemKind.NOT_FOUND) {
      refusals.note(Refusals.MISSING, page, problem.field() + " " + problem.value());
    } else if (kind == ProblemKind.FORBIDDEN) {
      refusals.note(Refusals.FORBIDDEN, page, problem.getMessage());
    }
  }
}
