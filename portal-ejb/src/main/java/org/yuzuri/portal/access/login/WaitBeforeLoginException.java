package org.yuzuri.portal.access.login;

import java.time.Duration;
import org.apache.shiro.authc.ExcessiveAttemptsException;

/** Too many tries came from this source; the password was not looked at. */
public class WaitBeforeLoginException extends ExcessiveAttemptsException {

  private static final long serialVersionUID = 1L;

  private final Duration remaining;

  /** With how long until the next try is taken. */
  public WaitBeforeLoginException(Duration remaining) {
    super("too many tries from this source; the next one in " + remaining);
    this.remaining = remaining;
  }

  /** How long until the next try is taken; more than zero. */
  public Duration remaining() {
    return remaining;
  }
}
