package org.yuzuri.images.packing;

import java.io.IOException;

/** Something would take more room than was allowed. */
public final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  private final long limit;

  /**
   * @param what what became too large
   * @param limit what was allowed
   */
  public TooLargeException(String what, long limit) {
    super(what + " exceeds " + limit);
    this.limit = limit;
  }

  /** What was allowed. */
  public long limit() {
    return limit;
  }
}
