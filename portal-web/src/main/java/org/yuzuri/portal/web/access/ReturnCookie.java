package org.yuzuri.portal.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yuzuri.portal.web.https.BrowserTransport;
import org.yuzuri.portal.web.ui.ShownPage;

/**
 * The page that somebody asked for before the log-in, in a cookie: whoever is not logged in gets no
 * session. It is believed only as a page of this portal.
 */
final class ReturnCookie {

  static final String NAME = BrowserTransport.CURRENT.cookieName("return");

  private static final Duration LIFE = Duration.ofHours(1);
  private static final int LONGEST = 1000;

  /** One slash at its begin: two would be another host (RFC 3986, §4.2). */
  private static final Pattern PAGE =
      Pattern.compile("/(?!/)[a-z/-]*\\.xhtml(\\?[A-Za-z0-9=&%._~+:-]*)?");

  private ReturnCookie() {}

  /** Keeps the page that is asked for, or whose form is sent, when one can come back to it. */
  static void keep(HttpServletRequest request, HttpServletResponse response) {
    String page = ShownPage.of(request);
    if (isPage(page)) {
      String value = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(UTF_8));
      response.addCookie(cookie(value, LIFE));
    }
  }

  /** The page that was kept, once; a path of this host. */
  static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    for (Cookie cookie : cookies) {
      if (NAME.equals(cookie.getName())) {
        response.addCookie(cookie("", Duration.ZERO));
        return decoded(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  static Optional<String> decoded(String value) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), UTF_8))
          .filter(ReturnCookie::isPage);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static boolean isPage(String page) {
    return page.length() <= LONGEST && PAGE.matcher(page).matches();
  }

  private static Cookie cookie(String value, Duration life) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setPath("/");
    cookie.setMaxAge((int) life.toSeconds());
    return cookie;
  }
}
