package org.yuzuri.portal.web.https;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;

/** Says how the cookie of the session is made, before the first one is. */
public class SessionCookie implements ServletContextListener {

  private static final String NAME = "session";

  @Override
  public void contextInitialized(ServletContextEvent start) {
    configure(start.getServletContext().getSessionCookieConfig(), BrowserTransport.CURRENT);
  }

  static void configure(SessionCookieConfig cookie, BrowserTransport transport) {
    cookie.setName(transport.cookieName(NAME));
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(!transport.plain());
    cookie.setAttribute(BrowserTransport.SameSite.NAME, BrowserTransport.SameSite.LAX);
  }
}
