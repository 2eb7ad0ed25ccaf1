package org.yuzuri.portal.platform.pdf;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why there is no file. */
public enum PdfProblem implements ProblemCode {
  /** As many as this node makes at once are being made. */
  PDFS_BUSY(ProblemKind.UNAVAILABLE);

  private final ProblemKind kind;

  PdfProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
