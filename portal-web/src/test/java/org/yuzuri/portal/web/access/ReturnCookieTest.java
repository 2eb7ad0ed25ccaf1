package org.yuzuri.portal.web.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnCookieTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.xhtml",
        "/order/view.xhtml?id=7",
        "/image/list.xhtml?text=a%20b&page=-1&language=ja"
      })
  void pageOfThisPortalIsGoneBackTo(String page) {
    assertThat(ReturnCookie.decoded(encoded(page))).contains(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//elsewhere.example/index.xhtml",
        "https://elsewhere.example/index.xhtml",
        "/\\elsewhere.example/index.xhtml",
        "/index.xhtml\r\nSet-Cookie: session=x",
        "/index.xhtml?next=//elsewhere.example",
        "/index.xhtml#a",
        "/agent/v1/commands",
        "index.xhtml",
        "javascript:alert(1)//.xhtml",
        "/index.xhtml;x=y",
        ""
      })
  void anythingElseIsNot(String text) {
    assertThat(ReturnCookie.decoded(encoded(text))).isEmpty();
  }

  @Test
  void whatIsNotBase64OrTooLongIsNot() {
    assertThat(ReturnCookie.decoded("no Base64!")).isEmpty();
    assertThat(ReturnCookie.decoded("_w")).isEmpty();
    assertThat(ReturnCookie.decoded(encoded("/index.xhtml?" + "x".repeat(1000)))).isEmpty();
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
