package org.yuzuri.host.firewall;

import org.jspecify.annotations.Nullable;

/** The firewall is not as it was asked to be; the set that was there before still holds. */
public final class FirewallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was refused or found. */
  public FirewallException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
