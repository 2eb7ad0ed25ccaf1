package org.yuzuri.portal.access.stepup;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What has to be proven first. */
public enum StepUpProblem implements ProblemCode {
  /** Who one is, by password or by a code of the second factor; the pages ask in a dialog. */
  STEP_UP_NEEDED;

  @Override
  public ProblemKind kind() {
    return ProblemKind.UNPROVEN;
  }
}
