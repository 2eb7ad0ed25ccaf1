package org.yuzuri.portal.web.access;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationListener;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.DisabledAccountException;
import org.apache.shiro.subject.PrincipalCollection;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.access.SignedIn;
import org.yuzuri.portal.access.login.CodeNeededException;
import org.yuzuri.portal.access.login.CodeToken;
import org.yuzuri.portal.access.login.WaitBeforeLoginException;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.audit.SignIns;
import org.yuzuri.portal.session.Origin;
import org.yuzuri.portal.session.SignInHistory;
import org.yuzuri.portal.session.SignInResult;

/** Tells the audit trail, and the member, of every log-in, every refused one and every log-out. */
class SignInNotes implements AuthenticationListener {

  private final SignIns signIns;
  private final Refusals refusals;
  private final SignInHistory history;
  private final Supplier<Origin> origin;

  SignInNotes(SignIns signIns, Refusals refusals, SignInHistory history, Supplier<Origin> origin) {
    this.signIns = signIns;
    this.refusals = refusals;
    this.history = history;
    this.origin = origin;
  }

  @Override
  public void onSuccess(AuthenticationToken token, AuthenticationInfo info) {
    SignedIn who = info.getPrincipals().oneByType(SignedIn.class);
    signIns.began(who);
    history.note(who.actor().name(), origin.get(), SignInResult.SUCCEEDED);
  }

  @Override
  public void onFailure(AuthenticationToken token, AuthenticationException refused) {
    if (refused instanceof CodeNeededException) {
      return;
    }
    history.note(String.valueOf(token.getPrincipal()), origin.get(), result(token, refused));
    refusals.noteLogin(String.valueOf(token.getPrincipal()), String.valueOf(refused.getMessage()));
  }

  private static SignInResult result(AuthenticationToken token, AuthenticationException refused) {
    if (refused instanceof WaitBeforeLoginException) {
      return SignInResult.HAD_TO_WAIT;
    }
    if (refused instanceof DisabledAccountException) {
      return SignInResult.SWITCHED_OFF;
    }
    return token instanceof CodeToken ? SignInResult.WRONG_CODE : SignInResult.WRONG_PASSWORD;
  }

  /** Where the request came from that is being served. */
  static Origin ofThisRequest() {
    FacesContext context = FacesContext.getCurrentInstance();
    return context == null
        ? Origin.of(RequestSource.current(), null)
        : Entrance.origin((HttpServletRequest) context.getExternalContext().getRequest());
  }

  @Override
  public void onLogout(@Nullable PrincipalCollection principals) {
    if (principals != null) {
      signIns.ended(principals.oneByType(SignedIn.class));
    }
  }
}
