package org.yuzuri.portal.web.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownPageTest {

  @Test
  void aFormLeadsBackToItsPageWithWhatThePageIsAbout() {
    String path = "/order/view.xhtml";

    assertThat(ShownPage.ofForm(path, path, "https://portal.example/order/view.xhtml?id=7"))
        .isEqualTo("/order/view.xhtml?id=7");
    assertThat(ShownPage.ofForm(path, path, null)).isEqualTo(path);
    assertThat(ShownPage.ofForm(path, path, "https://evil.example/other.xhtml?id=7"))
        .isEqualTo(path);
    assertThat(ShownPage.ofForm(path, path, "not an address")).isEqualTo(path);
  }
}
