package org.yuzuri.portal.web.https;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;

/**
 * How browsers reach the portal: by HTTPS, through a proxy that ends TLS, or for a demo or a test
 * by plain HTTP on the machine itself, which {@code PORTAL_PLAIN_HTTP=true} in the environment
 * says.
 *
 * @param plain whether it is plain HTTP
 */
public record BrowserTransport(boolean plain) {

  static final String VARIABLE = "PORTAL_PLAIN_HTTP";

  /**
   * A browser takes a cookie of such a name only by HTTPS, for the whole host and for no other.
   * Source: draft-ietf-httpbis-rfc6265bis, §4.1.3.2.
   */
  private static final String HOST_ONLY = "__Host-";

  /** As the environment says. */
  public static final BrowserTransport CURRENT = of(System.getenv(VARIABLE));

  /**
   * Reads the setting.
   *
   * @throws IllegalArgumentException neither true nor false
   */
  static BrowserTransport of(@Nullable String text) {
    return switch (text == null ? "" : text) {
      case "", "false" -> new BrowserTransport(false);
      case "true" -> new BrowserTransport(true);
      default ->
          throw new IllegalArgumentException(
              VARIABLE + ": expected true or false, got \"" + text + "\"");
    };
  }

  /** The name of a cookie of the portal's own. */
  public String cookieName(String name) {
    return plain ? name : HOST_ONLY + name;
  }

  /** Gives a cookie what every cookie has: no script reads it, no other site's form sends it. */
  Cookie guard(Cookie cookie) {
    cookie.setHttpOnly(true);
    cookie.setSecure(!plain);
    if (cookie.getAttribute(SameSite.NAME) == null) {
      cookie.setAttribute(SameSite.NAME, SameSite.LAX);
    }
    return cookie;
  }

  /** Source: draft-ietf-httpbis-rfc6265bis, §5.4.7. */
  static final class SameSite {

    static final String NAME = "SameSite";
    static final String LAX = "Lax";

    private SameSite() {}
  }
}
