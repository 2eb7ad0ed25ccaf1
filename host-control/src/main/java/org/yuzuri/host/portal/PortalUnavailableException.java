package org.yuzuri.host.portal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The portal could not be reached or could not answer now; the same call may be made again. */
public final class PortalUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration wait;

  public PortalUnavailableException(String message, @Nullable Throwable cause) {
    this(message, cause, Duration.ZERO);
  }

  /**
   * As above.
   *
   * @param wait how long the portal asks to be left alone; zero when it does not say
   */
  public PortalUnavailableException(String message, @Nullable Throwable cause, Duration wait) {
    super(message, cause);
    this.wait = wait;
  }

  /** How long to wait at least before the call is made again. */
  public Duration waitAtLeast() {
    return wait;
  }
}
