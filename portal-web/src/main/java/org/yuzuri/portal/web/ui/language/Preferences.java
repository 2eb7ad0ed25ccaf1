package org.yuzuri.portal.web.ui.language;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the profile of who is logged in says of language and time, kept with the session. */
public final class Preferences {

  private static final String LANGUAGE = "yuzuri.language";
  private static final String ZONE = "yuzuri.zone";

  private Preferences() {}

  /**
   * Keeps them in the request's session, which there is.
   *
   * @param language {@code en} or {@code ja}; null: as the browser says
   * @param zone of the IANA; null: as the browser says
   */
  public static void keep(
      HttpServletRequest request, @Nullable String language, @Nullable String zone) {
    HttpSession session = request.getSession();
    session.setAttribute(LANGUAGE, language);
    session.setAttribute(ZONE, zone);
  }

  /** The language of the profile. */
  static Optional<String> language(HttpServletRequest request) {
    return found(request, LANGUAGE);
  }

  /** The time zone of the profile. */
  public static Optional<ZoneId> zone(HttpServletRequest request) {
    return found(request, ZONE)
        .filter(zone -> ZoneId.getAvailableZoneIds().contains(zone))
        .map(ZoneId::of);
  }

  private static Optional<String> found(HttpServletRequest request, String name) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(name) instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
