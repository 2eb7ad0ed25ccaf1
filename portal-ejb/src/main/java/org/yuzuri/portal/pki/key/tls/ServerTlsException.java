package org.yuzuri.portal.pki.key.tls;

/** The application server did not take new keys. */
public final class ServerTlsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What failed, and why. */
  public ServerTlsException(String message, Throwable cause) {
    super(message, cause);
  }
}
