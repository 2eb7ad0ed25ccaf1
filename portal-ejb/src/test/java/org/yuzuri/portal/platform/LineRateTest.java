package org.yuzuri.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineRateTest {

  private long now = Long.MAX_VALUE - 5; // such a clock may run over
  private final LineRate rate = new LineRate(() -> now);

  @Test
  void sameLineIsToldOnceAMinuteWithHowManyWereLeftOut() {
    assertThat(rate.line("203.0.113.7", "late")).hasValue(0);
    for (int i = 0; i < 41; i++) {
      assertThat(rate.line("203.0.113.7", "late")).isEmpty();
    }
    pass(Duration.ofSeconds(60).minusNanos(1));
    assertThat(rate.line("203.0.113.7", "late")).isEmpty();

    pass(Duration.ofNanos(1));
    assertThat(rate.line("203.0.113.7", "late")).hasValue(42);
    pass(Duration.ofMinutes(1));
    assertThat(rate.line("203.0.113.7", "late")).hasValue(0);
  }

  @Test
  void anotherSourceAndAnotherReasonAreLinesOfTheirOwn() {
    rate.line("203.0.113.7", "late");

    assertThat(rate.line("203.0.113.8", "late")).hasValue(0);
    assertThat(rate.line("203.0.113.7", "broke off")).hasValue(0);
  }

  @Test
  void manySourcesFillNeitherTheLogNorTheMemory() {
    long told = 0;
    for (int source = 0; source < 100_000; source++) {
      told += rate.line("source " + source, "late").isPresent() ? 1 : 0;
    }
    assertThat(told).isEqualTo(LineRate.LINES + 1);

    pass(Duration.ofMinutes(1));
    assertThat(rate.line("another", "late")).as("room again").hasValue(0);
    assertThat(rate.line("another", "late")).isEmpty();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
