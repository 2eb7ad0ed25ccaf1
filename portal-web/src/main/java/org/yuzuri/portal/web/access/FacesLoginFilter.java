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

/**
 * Lets in who is logged in, not for too long, and whose account is still the one of the log-in; a
 * session whose account was switched off or changed ends here. Sends whoever is not logged in to
 * the log-in page, also out of an Ajax request: Faces would otherwise swallow the redirect and the
 * page would look dead.
 */
class FacesLoginFilter extends PassThruAuthenticationFilter {

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
    boolean lasts =
        !SessionAge.isOver(WebUtils.toHttp(request), clock.instant())
            && realm.isStillLoggedIn(subject.getPrincipals());
    if (!lasts) {
      subject.logout();
    }
    return lasts;
  }

  @Override
  protected void redirectToLogin(ServletRequest request, ServletResponse response)
      throws IOException {
    HttpServletRequest http = WebUtils.toHttp(request);
    if (!"partial/ajax".equals(http.getHeader("Faces-Request"))) {
      super.redirectToLogin(request, response);
      return;
    }
    HttpServletResponse answer = WebUtils.toHttp(response);
    answer.setContentType("text/xml;charset=UTF-8");
    answer.setHeader("Cache-Control", "no-store");
    answer
        .getWriter()
        .write(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                + http.getContextPath()
                + getLoginUrl()
                + "?expired=1\"/></partial-response>");
  }
}
