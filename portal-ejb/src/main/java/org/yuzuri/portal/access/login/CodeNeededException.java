package org.yuzuri.portal.access.login;

import org.apache.shiro.authc.AuthenticationException;

/** The password was right; a code has to follow before anybody is logged in. */
public class CodeNeededException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final FirstStep first;

  CodeNeededException(FirstStep first) {
    super("a code of the second factor has to follow");
    this.first = first;
  }

  /** What to come back with, and the code. */
  public FirstStep first() {
    return first;
  }
}
