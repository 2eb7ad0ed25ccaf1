package org.yuzuri.portal.access.login;

import org.apache.shiro.authc.HostAuthenticationToken;

/**
 * The second step of a log-in: what the first one gave, and a code.
 *
 * @param code as it was typed
 * @param host the network that it comes from
 */
public record CodeToken(FirstStep first, String code, String host)
    implements HostAuthenticationToken {

  @Override
  public Object getPrincipal() {
    return first.login();
  }

  @Override
  public Object getCredentials() {
    return code;
  }

  @Override
  public String getHost() {
    return host;
  }

  @Override
  public String toString() {
    return "CodeToken[" + first.login() + "]";
  }
}
