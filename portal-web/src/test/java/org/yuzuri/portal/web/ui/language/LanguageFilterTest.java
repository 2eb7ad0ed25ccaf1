package org.yuzuri.portal.web.ui.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageFilterTest {

  @Test
  void theChoiceIsTakenOutOfTheAddress() {
    assertThat(LanguageFilter.target("/order/view.xhtml", "id=3&language=ja"))
        .isEqualTo("/order/view.xhtml?id=3");
    assertThat(LanguageFilter.target("/order/view.xhtml", "language=ja&id=3"))
        .isEqualTo("/order/view.xhtml?id=3");
    assertThat(LanguageFilter.target("/login.xhtml", "language=en")).isEqualTo("/login.xhtml");
  }

  @Test
  void anAddressOfAnotherHostCannotBeSmuggledIn() {
    assertThat(LanguageFilter.target("//evil.example/x.xhtml", "language=en"))
        .isEqualTo("/evil.example/x.xhtml");
  }

  @Test
  void nothingButTheAddressIsAskedForTheChoice() {
    assertThat(LanguageFilter.isChoice("language=ja")).isTrue();
    assertThat(LanguageFilter.isChoice("id=3&language=ja&x=1")).isTrue();
    assertThat(LanguageFilter.isChoice("xlanguage=1")).isFalse();
    assertThat(LanguageFilter.isChoice("id=3&xlanguage=1")).isFalse();
    assertThat(LanguageFilter.isChoice("language")).isFalse();
  }
}
