package org.yuzuri.host.portal;

import org.yuzuri.wire.call.Problem;

/** The portal said no (4xx). The same call will be refused again. */
public final class PortalRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String detail;

  public PortalRefusedException(Problem problem) {
    super("portal refused: " + problem.status() + " " + problem.code() + ": " + problem.detail());
    this.status = problem.status();
    this.code = problem.code();
    this.detail = problem.detail();
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }
}
