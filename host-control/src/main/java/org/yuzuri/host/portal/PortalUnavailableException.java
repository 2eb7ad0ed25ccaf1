package org.yuzuri.host.portal;

import org.jspecify.annotations.Nullable;

/** The portal could not be reached or could not answer now; the same call may be made again. */
public final class PortalUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PortalUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
