package org.yuzuri.portal.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkFilterTest {

  @Test
  void nothingButTheAddressIsAskedForTheToken() {
    assertThat(LinkFilter.hasToken("token=abc")).isTrue();
    assertThat(LinkFilter.hasToken("language=ja&token=abc")).isTrue();
    assertThat(LinkFilter.hasToken("xtoken=abc")).isFalse();
    assertThat(LinkFilter.hasToken("link=1")).isFalse();
    assertThat(LinkFilter.hasToken(null)).isFalse();
  }
}
