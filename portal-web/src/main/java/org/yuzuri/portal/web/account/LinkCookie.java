package org.yuzuri.portal.web.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.yuzuri.portal.web.https.BrowserTransport;

/**
 * The token of a link that somebody has followed, for as long as the browser is open: whoever is
 * not logged in gets no session. What every cookie has, the transport's filter gives it.
 */
final class LinkCookie {

  static final String NAME = BrowserTransport.CURRENT.cookieName("link");

  /** 256 bits in URL-safe Base64, as links have it. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  static void keep(HttpServletResponse response, String token) {
    response.addCookie(cookie(TOKEN.matcher(token).matches() ? token : "none"));
  }

  /** The token; empty when no link was followed. */
  static String token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    for (Cookie cookie : cookies) {
      if (NAME.equals(cookie.getName())) {
        return cookie.getValue();
      }
    }
    return "";
  }

  static void drop(HttpServletResponse response) {
    Cookie cookie = cookie("");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private static Cookie cookie(String value) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setPath("/");
    return cookie;
  }

  private LinkCookie() {}
}
