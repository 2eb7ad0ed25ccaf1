package org.yuzuri.lender.http.guard;

import org.jspecify.annotations.Nullable;

/** A server sent what cannot be used; answered with this status and text. */
public final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean known;

  public BadRequestException(int status, @Nullable String message) {
    this(status, message, false);
  }

  private BadRequestException(int status, @Nullable String message, boolean known) {
    super(message);
    this.status = status;
    this.known = known;
  }

  /**
   * One whose like was logged and told the portal a moment ago: whoever repeats it fills no log.
   */
  static BadRequestException known(int status, String message) {
    return new BadRequestException(status, message, true);
  }

  public boolean isKnown() {
    return known;
  }

  public int status() {
    return status;
  }
}
