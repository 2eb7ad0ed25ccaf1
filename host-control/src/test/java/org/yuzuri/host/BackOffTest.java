package org.yuzuri.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackOffTest {

  @Test
  void waitsDoubleUpToTheLimitAndBeginAnewAfterSuccess() {
    BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofMillis(400));

    assertThat(backOff.nextWait()).isBetween(Duration.ofMillis(75), Duration.ofMillis(100));
    assertThat(backOff.nextWait()).isBetween(Duration.ofMillis(150), Duration.ofMillis(200));
    assertThat(backOff.nextWait()).isBetween(Duration.ofMillis(300), Duration.ofMillis(400));
    assertThat(backOff.nextWait()).isBetween(Duration.ofMillis(300), Duration.ofMillis(400));
    backOff.reset();
    assertThat(backOff.nextWait()).isBetween(Duration.ofMillis(75), Duration.ofMillis(100));
  }
}
