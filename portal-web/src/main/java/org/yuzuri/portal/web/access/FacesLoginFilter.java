package org.yuzuri.portal.web.access;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.apache.shiro.subject.Subject;
import org.apache.shiro.web.filter.authc.PassThruAuthenticationFilter;
import org.apache.shiro.web.util.WebUtils;
import org.yuzuri.portal.access.login.PortalRealm;
import org.yuzuri.portal.access.login.SessionState;

/**
 * Lets in who is logged in, not for too long, in one of its newest sessions, and whose account is
 * still the one of the log-in; any other session ends here. Sends whoever is not logged in to the
 * log-in page without a session, also out of an Ajax request: Faces would otherwise swallow the
 * redirect and the page would look dead.
 */
class FacesLoginFilter extends PassThruAuthenticationFilter {

  private static final String WHY = FacesLoginFilter.class.getName();
  private static final String EXPIRED = "?expired=1";
  private static final String REPLACED = "?replaced=1";

  private final PortalRealm realm;
  private final Clock clock;

  FacesLoginFilter(PortalRealm realm, Clock clock) {
    this.realm = realm;
    this.clock = clock;
  }

  @Override
  protected boolean isAccessAllowed(ServletRequest request, ServletResponse response, Object path) {
    if (!super.isAccessAllowed(request, response, path)) {
      return false;
    }
    Subject subject = getSubject(request, response);
    HttpServletRequest http = WebUtils.toHttp(request);
    SessionState state =
        SessionAge.memberSession(http)
            .map(session -> realm.state(subject.getPrincipals(), session))
            .orElse(SessionState.UNKNOWN);
    boolean lasts = state == SessionState.LIVE && !SessionAge.isOver(http, clock.instant());
    if (!lasts) {
      subject.logout();
      http.setAttribute(WHY, state == SessionState.REPLACED ? REPLACED : EXPIRED);
    }
    return lasts;
  }

  @Override
  protected void saveRequest(ServletRequest request) {
    // Shiro would make a session for it; redirectToLogin keeps it in a cookie.
  }

  @Override
  protected void redirectToLogin(ServletRequest request, ServletResponse response)
      throws IOException {
    HttpServletRequest http = WebUtils.toHttp(request);
    HttpServletResponse answer = WebUtils.toHttp(response);
    boolean ajax = "partial/ajax".equals(http.getHeader("Faces-Request"));
    Object why = http.getAttribute(WHY);
    String login = http.getContextPath() + getLoginUrl();
    if (!ajax) {
      ReturnCookie.keep(http, answer);
      answer.sendRedirect(login + (why == null ? "" : why));
      return;
    }
    answer.setContentType("text/xml;charset=UTF-8");
    answer.setHeader("Cache-Control", "no-store");
    answer
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + login
                + (why == null ? EXPIRED : why)
                + "\"/></partial-response>");
  }
}
