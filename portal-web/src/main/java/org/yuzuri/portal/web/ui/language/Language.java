package org.yuzuri.portal.web.ui.language;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.LocaleUtils;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.yuzuri.portal.web.https.BrowserTransport;

/**
 * The languages of the portal, and which one a request asks for: its member's profile, else its
 * cookie, else its browser.
 */
public final class Language {

  static final String COOKIE = BrowserTransport.CURRENT.cookieName("language");
  static final List<Locale> OFFERED = List.of(Locale.ENGLISH, Locale.JAPANESE);

  private Language() {}

  static Locale of(HttpServletRequest request) {
    Optional<String> own = Preferences.language(request).filter(Language::isOffered);
    if (own.isPresent()) {
      return Locale.forLanguageTag(own.get());
    }
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    for (Cookie cookie : cookies) {
      if (COOKIE.equals(cookie.getName()) && isOffered(cookie.getValue())) {
        return Locale.forLanguageTag(cookie.getValue());
      }
    }
    return offered(Collections.list(request.getLocales()));
  }

  /**
   * What a request asks for that has reached no servlet, and so has no session: without profile.
   */
  static Locale of(HttpServerExchange exchange) {
    io.undertow.server.handlers.Cookie cookie = exchange.getRequestCookie(COOKIE);
    return cookie != null && isOffered(cookie.getValue())
        ? Locale.forLanguageTag(cookie.getValue())
        : offered(
            LocaleUtils.getLocalesFromHeader(
                exchange.getRequestHeaders().get(Headers.ACCEPT_LANGUAGE)));
  }

  private static Locale offered(List<Locale> locales) {
    List<LanguageRange> wanted =
        locales.stream()
            .filter(locale -> !locale.getLanguage().isEmpty())
            .map(locale -> new LanguageRange(locale.getLanguage()))
            .toList();
    Locale found = Locale.lookup(wanted, OFFERED);
    return found == null ? Locale.ENGLISH : found;
  }

  static boolean isOffered(String language) {
    return OFFERED.stream().anyMatch(locale -> locale.getLanguage().equals(language));
  }
}
