package org.yuzuri.portal.web.https;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Tells browsers to come back by HTTPS only, and guards every cookie, also those of Faces. The
 * session's own is the server's ({@link SessionCookie}).
 */
public class TransportFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  static final String HEADER = "Strict-Transport-Security";

  /** A year; subdomains are the site's to decide. Source: RFC 6797, §6.1. */
  static final String YEAR = "max-age=31536000";

  private final BrowserTransport transport;

  /** As the environment says. */
  public TransportFilter() {
    this(BrowserTransport.CURRENT);
  }

  TransportFilter(BrowserTransport transport) {
    this.transport = transport;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!transport.plain()) {
      response.setHeader(HEADER, YEAR);
    }
    chain.doFilter(
        request,
        new HttpServletResponseWrapper(response) {
          @Override
          public void addCookie(Cookie cookie) {
            super.addCookie(transport.guard(cookie));
          }
        });
  }
}
