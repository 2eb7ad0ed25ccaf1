package org.yuzuri.portal.image;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What can be wrong with a boot image, apart from its content. */
public enum ImageProblem implements ProblemCode {
  /** A kernel argument that is not allowed, or that the portal sets itself. */
  KERNEL_ARGUMENT(ProblemKind.REFUSED),
  /** The file is larger than the portal takes. */
  FILE_TOO_LARGE(ProblemKind.REFUSED),
  /** The file has no content. */
  FILE_EMPTY(ProblemKind.REFUSED),
  /** There are as many files of this role as an image can have. */
  TOO_MANY_FILES(ProblemKind.REFUSED),
  /** A ready-made image has this name, or one that looks like it. */
  NAME_OF_READY_MADE_IMAGE(ProblemKind.REFUSED),
  /** The image is not READY. */
  IMAGE_NOT_READY(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  ImageProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
