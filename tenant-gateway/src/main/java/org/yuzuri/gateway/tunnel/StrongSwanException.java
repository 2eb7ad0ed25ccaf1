package org.yuzuri.gateway.tunnel;

/** The IKE daemon is not there, or refused what it was asked. */
public final class StrongSwanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StrongSwanException(String message, Throwable cause) {
    super(message, cause);
  }
}
