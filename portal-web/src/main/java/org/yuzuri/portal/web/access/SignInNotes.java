package org.yuzuri.portal.web.access;

import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationListener;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.subject.PrincipalCollection;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.SignedIn;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.audit.SignIns;

/** Tells the audit trail of every log-in, every refused one and every log-out. */
class SignInNotes implements AuthenticationListener {

  private final SignIns signIns;
  private final Refusals refusals;

  SignInNotes(SignIns signIns, Refusals refusals) {
    this.signIns = signIns;
    this.refusals = refusals;
  }

  @Override
  public void onSuccess(AuthenticationToken token, AuthenticationInfo info) {
    signIns.began(info.getPrincipals().oneByType(SignedIn.class));
  }

  @Override
  public void onFailure(AuthenticationToken token, AuthenticationException refused) {
    refusals.noteLogin(String.valueOf(token.getPrincipal()), String.valueOf(refused.getMessage()));
  }

  @Override
  public void onLogout(@Nullable PrincipalCollection principals) {
    if (principals != null) {
      signIns.ended(principals.oneByType(SignedIn.class));
    }
  }
}
