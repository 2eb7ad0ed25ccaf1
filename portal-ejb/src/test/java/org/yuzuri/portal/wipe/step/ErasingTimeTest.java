package org.yuzuri.portal.wipe.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.run.step.Limits;

class ErasingTimeTest {

  @Test
  void disksOfTwentyTerabytesAreGivenTheTimeThatTheyNeed() {
    Limits limits = ErasingTime.ofBytes(20_000_000_000_000L);

    assertThat(limits.expected()).isBetween(Duration.ofHours(85), Duration.ofHours(86));
    assertThat(limits.hard()).isBetween(Duration.ofHours(270), Duration.ofHours(290));
  }

  @Test
  void smallDiskLeavesTimeForTheFirmware() {
    Limits limits = ErasingTime.ofBytes(8L << 30);

    assertThat(limits.expected()).isLessThan(Duration.ofMinutes(5));
    assertThat(limits.soft()).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(40));
    assertThat(limits.hard()).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(70));
  }

  @Test
  void limitsFollowEachOtherWhateverTheSize() {
    for (long bytes = 1; bytes > 0 && bytes < 1L << 50; bytes *= 7) {
      Limits limits = ErasingTime.ofBytes(bytes);
      assertThat(limits.expected()).isLessThan(limits.soft());
      assertThat(limits.soft()).isLessThan(limits.hard());
    }
  }
}
