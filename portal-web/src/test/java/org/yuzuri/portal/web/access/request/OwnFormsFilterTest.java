package org.yuzuri.portal.web.access.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnFormsFilterTest {

  private static final String HOST = "portal.example";

  @Test
  void browserSaysThatThePageIsOfThisSite() {
    assertThat(OwnFormsFilter.isOwn("same-origin", "https://portal.example", HOST)).isTrue();
    assertThat(OwnFormsFilter.isOwn("none", null, HOST)).isTrue();
    for (String other : new String[] {"cross-site", "same-site", "", "anything"}) {
      assertThat(OwnFormsFilter.isOwn(other, "https://portal.example", HOST)).as(other).isFalse();
    }
  }

  @Test
  void olderBrowserSaysWhereThePageIsFrom() {
    assertThat(OwnFormsFilter.isOwn(null, "https://portal.example", HOST)).isTrue();
    assertThat(OwnFormsFilter.isOwn(null, "http://PORTAL.example:8080", HOST)).isTrue();
    for (String other :
        new String[] {
          "https://elsewhere.example",
          "https://portal.example.elsewhere.example",
          "https://portal.example@elsewhere.example",
          "null",
          "",
          "not an origin"
        }) {
      assertThat(OwnFormsFilter.isOwn(null, other, HOST)).as(other).isFalse();
    }
  }

  @Test
  void programThatIsNoBrowserSaysNothing() {
    assertThat(OwnFormsFilter.isOwn(null, null, HOST)).isTrue();
  }
}
