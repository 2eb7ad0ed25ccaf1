package org.yuzuri.portal.access;

import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.jspecify.annotations.Nullable;

/** Gives the portal itself every permission; nobody can log in to it. */
final class SystemRealm extends AuthorizingRealm {

  static final String NAME = "system";

  SystemRealm() {
    setName(NAME);
    setAuthorizationCachingEnabled(false);
  }

  @Override
  public boolean supports(AuthenticationToken token) {
    return false;
  }

  @Override
  protected @Nullable AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
    return null;
  }

  @Override
  protected @Nullable AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
    if (principals.fromRealm(NAME).isEmpty()) {
      return null;
    }
    SimpleAuthorizationInfo all = new SimpleAuthorizationInfo();
    all.addStringPermission("*");
    return all;
  }
}
