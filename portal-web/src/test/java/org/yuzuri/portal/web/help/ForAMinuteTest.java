package org.yuzuri.portal.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForAMinuteTest {

  @Test
  void valueIsAskedForAgainAfterAMinute() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    ArrayDeque<String> values = new ArrayDeque<>(List.of("first", "second"));
    ForAMinute<String> kept = new ForAMinute<>();

    assertThat(kept.at(start, values::removeFirst)).isEqualTo("first");
    assertThat(kept.at(start.plusSeconds(59), values::removeFirst)).isEqualTo("first");
    assertThat(kept.at(start.plusSeconds(60), values::removeFirst)).isEqualTo("second");
  }
}
