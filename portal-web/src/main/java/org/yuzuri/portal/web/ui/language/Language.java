package org.yuzuri.portal.web.ui.language;

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
    List<LanguageRange> wanted =
        Collections.list(request.getLocales()).stream()
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
