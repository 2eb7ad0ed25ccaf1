package org.yuzuri.portal.pki.key;

/** The application server did not take new keys. */
final class ServerTlsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ServerTlsException(String message, Throwable cause) {
    super(message, cause);
  }
}
