package org.yuzuri.portal.state;

import org.jspecify.annotations.Nullable;

/**
 * Why something went wrong, as pages show it.
 *
 * @param code text {@code reason.CODE}
 * @param detail what was found; null when it tells of the datacenter's inside and the viewer may
 *     not read that
 */
public record FailureView(Fault fault, String code, @Nullable String detail) {

  /**
   * The view.
   *
   * @param failure null when nothing went wrong
   * @param seesInside whether the viewer may read what tells of the datacenter's inside
   */
  @Nullable
  public static FailureView of(@Nullable Failure failure, boolean seesInside) {
    if (failure == null) {
      return null;
    }
    boolean hidden = failure.fault().isInside() && !seesInside;
    return new FailureView(failure.fault(), failure.code(), hidden ? null : failure.detail());
  }

  /** Key of the text that says what to do. */
  public String advice() {
    return "advice." + fault;
  }
}
