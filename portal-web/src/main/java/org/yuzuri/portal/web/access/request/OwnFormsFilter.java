package org.yuzuri.portal.web.access.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses forms that another site has a browser send: also that of the log-in, which has no session
 * yet that could hold a secret, so that nobody is logged in as somebody else unaware. Programs that
 * are no browser send none of these headers and are let pass: nobody misleads them.
 *
 * <p>Source: Fetch Metadata Request Headers, §2.4 ({@code Sec-Fetch-Site}); RFC 6454, §7 ({@code
 * Origin}), for browsers that do not send it, or not by plain HTTP.
 */
public class OwnFormsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean reads = READING.contains(request.getMethod());
    if (reads
        || isOwn(
            request.getHeader("Sec-Fetch-Site"),
            request.getHeader("Origin"),
            request.getServerName())) {
      chain.doFilter(request, response);
    } else if (isShort(request)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /** Of anything else the error page, which is Faces, would read the body for its parameters. */
  private static boolean isShort(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return length >= 0 && !LargeBodies.isLarge(length);
  }

  static boolean isOwn(@Nullable String site, @Nullable String origin, String host) {
    if (site != null) {
      return OWN_SITES.contains(site.toLowerCase(Locale.ROOT));
    }
    return origin == null || host.equalsIgnoreCase(hostOf(origin));
  }

  /** Empty for "null", which sandboxed pages send, and for what is no origin. */
  private static String hostOf(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException noOrigin) {
      return "";
    }
  }
}
