package org.yuzuri.portal.web.access.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListenerFilterTest {

  private static final boolean BROWSERS = false;
  private static final boolean DAEMONS = true;

  @Test
  void pagesAreNotOnTheDaemonsPort() {
    assertThat(ListenerFilter.isAllowed(DAEMONS, "/login.xhtml")).isFalse();
    assertThat(ListenerFilter.isAllowed(BROWSERS, "/login.xhtml")).isTrue();
  }

  @Test
  void daemonsCallsAreNotOnTheBrowsersPort() {
    assertThat(ListenerFilter.isAllowed(BROWSERS, "/agent/v1/commands")).isFalse();
    assertThat(ListenerFilter.isAllowed(DAEMONS, "/agent/v1/commands")).isTrue();
  }

  @Test
  void aPathThatOnlyBeginsAlikeIsAPage() {
    assertThat(ListenerFilter.isAllowed(DAEMONS, "/agents.xhtml")).isFalse();
  }
}
