package org.yuzuri.portal.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a link's token out of the address, so that neither history nor referrer nor a bookmark
 * keeps it, and has nothing stored of the pages behind such links.
 *
 * <p>Source: W3C Referrer Policy, 3.1; RFC 9111, 5.2.2.5.
 */
public class LinkFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Pattern TOKEN = Pattern.compile("(.*&)?token=.*");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    if (!"GET".equals(request.getMethod()) || !hasToken(request.getQueryString())) {
      chain.doFilter(request, response);
    } else {
      LinkCookie.keep(response, request.getParameter("token"));
      response.sendRedirect("/" + request.getServletPath().replaceFirst("^/+", "") + "?link=1");
    }
  }

  /** Without it, asking for the parameter would read the body of the request. */
  static boolean hasToken(@Nullable String query) {
    return query != null && TOKEN.matcher(query).matches();
  }
}
