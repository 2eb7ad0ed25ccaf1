package org.yuzuri.portal.access.login;

import org.apache.shiro.authc.AuthenticationException;

/** More passwords wait to be checked than the portal lets wait; the try was not judged. */
public class LoginBusyException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  LoginBusyException(Throwable cause) {
    super("too many passwords wait to be checked", cause);
  }
}
