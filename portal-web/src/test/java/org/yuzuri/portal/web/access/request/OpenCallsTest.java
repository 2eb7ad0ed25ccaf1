package org.yuzuri.portal.web.access.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenCallsTest {

  private final OpenCalls<String> calls = new OpenCalls<>(2);

  @Test
  void whatIsMoreIsNotOpenedUntilOneIsClosed() {
    assertThat(calls.isOpened("one")).isTrue();
    assertThat(calls.isOpened("one")).isTrue();
    assertThat(calls.isOpened("one")).isFalse();
    assertThat(calls.isOpened("one")).isFalse();

    calls.close("one");

    assertThat(calls.isOpened("one")).isTrue();
    assertThat(calls.isOpened("one")).isFalse();
  }

  @Test
  void callersAreCountedApart() {
    calls.isOpened("one");
    calls.isOpened("one");

    assertThat(calls.isOpened("another")).isTrue();
  }
}
