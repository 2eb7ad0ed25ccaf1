package org.yuzuri.portal.web.ui.language;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.member.profile.ProfileService;

/**
 * Answers {@code ?language=xx} on any page: remembers the choice in a cookie, of a member in its
 * profile, too, and goes back to the same page without the parameter. What every cookie has, the
 * transport's filter gives it.
 */
public class LanguageFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Pattern PARAMETER = Pattern.compile("(.*&)?language=.*");

  @Inject transient CurrentSubject subject;
  @Inject transient ProfileService profiles;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    if (!"GET".equals(request.getMethod()) || query == null || !isChoice(query)) {
      chain.doFilter(request, response);
      return;
    }
    String language = request.getParameter("language");
    if (language != null && Language.isOffered(language)) {
      response.addCookie(cookie(language));
      remember(request, language);
    }
    response.sendRedirect(target(request.getRequestURI(), query));
  }

  /** Without it, asking for the parameter would read the body of the request. */
  static boolean isChoice(String query) {
    return PARAMETER.matcher(query).matches();
  }

  /** A member's choice is of its profile, too. */
  private void remember(HttpServletRequest request, String language) {
    if (subject.isPresent()) {
      profiles.speak(language);
      String zone = Preferences.zone(request).map(ZoneId::getId).orElse(null);
      Preferences.keep(request, language, zone);
    }
  }

  /** Always a path of this host, whatever the request line was. */
  static String target(String path, String query) {
    String rest = query.replaceAll("(^|&)language=[^&]*", "").replaceFirst("^&", "");
    String ownPath = "/" + path.replaceFirst("^/+", "");
    return rest.isEmpty() ? ownPath : ownPath + "?" + rest;
  }

  private static Cookie cookie(String language) {
    Cookie cookie = new Cookie(Language.COOKIE, language);
    cookie.setPath("/");
    cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
    return cookie;
  }
}
