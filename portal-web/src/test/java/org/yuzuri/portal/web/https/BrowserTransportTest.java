package org.yuzuri.portal.web.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserTransportTest {

  private static final BrowserTransport HTTPS = BrowserTransport.of(null);
  private static final BrowserTransport PLAIN = BrowserTransport.of("true");

  private final Played container = new Played();

  @Test
  void httpsIsTheDefaultAndPlainHttpIsAskedForByName() {
    assertThat(BrowserTransport.of("")).isEqualTo(HTTPS);
    assertThat(BrowserTransport.of("false")).isEqualTo(HTTPS);
    assertThat(HTTPS.plain()).isFalse();
    assertThat(PLAIN.plain()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "TRUE", "1", "flase"})
  void whatIsNeitherIsRefusedByItsName(String text) {
    assertThatThrownBy(() -> BrowserTransport.of(text))
        .hasMessageContaining("PORTAL_PLAIN_HTTP")
        .hasMessageContaining(text);
  }

  @Test
  void sessionCookieIsOfThisHostAndGoesByHttpsOnly() {
    SessionCookie.configure(container.as(SessionCookieConfig.class), HTTPS);

    assertThat(container.told)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "setName", "__Host-session",
                "setPath", "/",
                "setHttpOnly", "true",
                "setSecure", "true",
                "SameSite", "Lax"));
  }

  @Test
  void sessionCookieOfADemoIsTakenByPlainHttp() {
    SessionCookie.configure(container.as(SessionCookieConfig.class), PLAIN);

    assertThat(container.told).containsEntry("setName", "session");
    assertThat(container.told).containsEntry("setSecure", "false");
    assertThat(container.told).containsEntry("setHttpOnly", "true");
  }

  @Test
  void browsersAreToldToComeBackByHttpsUnlessThereIsNone() throws Exception {
    answer(PLAIN, new Cookie("any", "thing"));
    assertThat(container.told).doesNotContainKey("Strict-Transport-Security");

    answer(HTTPS, new Cookie("any", "thing"));
    assertThat(container.told).containsEntry("Strict-Transport-Security", "max-age=31536000");
  }

  @Test
  void everyCookieIsGuarded() throws Exception {
    Cookie strict = new Cookie("strict", "1");
    strict.setAttribute("SameSite", "Strict");

    List<Cookie> sent = answer(HTTPS, new Cookie("csfcfc", "1"), strict);

    assertThat(sent).allMatch(Cookie::getSecure).allMatch(Cookie::isHttpOnly);
    assertThat(sent)
        .extracting(cookie -> cookie.getAttribute("SameSite"))
        .containsExactly("Lax", "Strict");
    assertThat(answer(PLAIN, new Cookie("csfcfc", "1")).get(0).getSecure()).isFalse();
  }

  private List<Cookie> answer(BrowserTransport transport, Cookie... cookies)
      throws IOException, ServletException {
    List<Cookie> sent = new ArrayList<>();
    HttpServletResponse response =
        new HttpServletResponseWrapper(container.as(HttpServletResponse.class)) {
          @Override
          public void addCookie(Cookie cookie) {
            sent.add(cookie);
          }
        };
    new TransportFilter(transport)
        .doFilter(
            container.as(HttpServletRequest.class),
            response,
            (request, guarded) -> {
              for (Cookie cookie : cookies) {
                ((HttpServletResponse) guarded).addCookie(cookie);
              }
            });
    return sent;
  }
}
