package org.yuzuri.portal.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes a link's token out of the address, so that neither history nor referrer nor a bookmark
 * keeps it, and has nothing stored of the pages behind such links.
 *
 * <p>Source: W3C Referrer Policy, 3.1; RFC 9111, 5.2.2.5.
 */
public class LinkFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    String token = "GET".equals(request.getMethod()) ? request.getParameter("token") : null;
    if (token == null) {
      chain.doFilter(request, response);
    } else {
      LinkCookie.keep(response, token);
      response.sendRedirect("/" + request.getServletPath().replaceFirst("^/+", "") + "?link=1");
    }
  }
}
