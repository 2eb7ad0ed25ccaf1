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
import org.yuzuri.portal.session.MemberSessions;

/**
 * Lets in who is logged in, not for too long, in one of its newest sessions, and whose account is
 * still the one of the log-in; any other session ends here. Who has to set up a second factor first
 * is led to that page and to no other. Sends whoever is not logged in to the log-in page without a
 * session, also out of an Ajax request: Faces would otherwise swallow the redirect and the page
 * would look dead.
 */
class FacesLoginFilter extends PassThruAuthenticationFilter {

  private static final String WHY = FacesLoginFilter.class.getName();
  private static final String TO = WHY + ".to";
  private static final String EXPIRED = "?expired=1";
  private static final String REPLACED = "?replaced=1";
  private static final String ENDED = "?ended=1";

  /** The only page for who has to set up a second factor first. */
  static final String FACTOR_PAGE = "/profile/factor.xhtml";

  private final PortalRealm realm;
  private final Clock clock;
  private final MemberSessions sessions;

  FacesLoginFilter(PortalRealm realm, Clock clock, MemberSessions sessions) {
    this.realm = realm;
    this.clock = clock;
    this.sessions = sessions;
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
    boolean lives = state == SessionState.LIVE || state == SessionState.FACTOR_MISSING;
    if (!lives || SessionAge.isOver(http, clock.instant())) {
      subject.logout();
      http.setAttribute(WHY, why(state));
      return false;
    }
    SessionAge.seen(http, clock.instant()).ifPresent(sessions::seen);
    boolean opens = state == SessionState.LIVE || http.getServletPath().equals(FACTOR_PAGE);
    if (!opens) {
      http.setAttribute(TO, FACTOR_PAGE);
    }
    // neither a proxy nor the browser of the next person at this desk keeps what is shown now
    WebUtils.toHttp(response).setHeader("Cache-Control", "no-store");
    return opens;
  }

  private static String why(SessionState state) {
    return switch (state) {
      case REPLACED -> REPLACED;
      case ENDED -> ENDED;
      case LIVE, FACTOR_MISSING, UNKNOWN -> EXPIRED;
    };
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
    Object to = http.getAttribute(TO);
    String login = http.getContextPath() + (to == null ? getLoginUrl() : to);
    if (why == null && to == null && "POST".equals(http.getMethod())) {
      // who sends a form had a session when the form was opened
      why = EXPIRED;
    }
    ReturnCookie.keep(http, answer);
    if (!ajax) {
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
                + (why == null && to == null ? EXPIRED : why == null ? "" : why)
                + "\"/></partial-response>");
  }
}
