package org.yuzuri.portal.web.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The address of the page that a request shows, or whose form it sends. */
public final class ShownPage {

  private ShownPage() {}

  /** A path of this host, with its query. */
  public static String of(HttpServletRequest request) {
    String query = request.getQueryString();
    String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
    return "GET".equals(request.getMethod())
        ? asked
        : ofForm(asked, request.getRequestURI(), request.getHeader("Referer"));
  }

  /**
   * A form is sent to its page's path; which thing the page is about, the page's address says.
   *
   * @param asked what the form was sent to
   * @param path the same, without its query
   * @param referer the page's address, as the browser says; null when it says none
   */
  public static String ofForm(String asked, String path, @Nullable String referer) {
    if (referer == null) {
      return asked;
    }
    try {
      URI shown = URI.create(referer);
      String query = shown.getRawQuery();
      return path.equals(shown.getRawPath()) && query != null ? path + "?" + query : asked;
    } catch (IllegalArgumentException noAddress) {
      return asked;
    }
  }
}
