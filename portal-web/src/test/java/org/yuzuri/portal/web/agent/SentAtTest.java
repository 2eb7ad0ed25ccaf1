package org.yuzuri.portal.web.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SentAtTest {

  @Test
  void dateOfARequestIsReadAndAnythingElseIsNone() {
    assertThat(SentAt.of("Sat, 31 Jan 2026 12:00:00 GMT"))
        .isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
    assertThat(SentAt.of("2026-01-31T12:00:00Z")).isNull();
    assertThat(SentAt.of("")).isNull();
    assertThat(SentAt.of(null)).isNull();
  }
}
