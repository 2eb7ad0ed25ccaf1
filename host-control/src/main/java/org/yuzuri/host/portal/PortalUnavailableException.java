package org.yuzuri.host.portal;

/** The portal could not be reached or could not answer now; the same call may be made again. */
public final class PortalUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PortalUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
