package org.yuzuri.portal.transfer.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTimesTest {

  @Test
  void oneSlowTransferDoesNotChangeWhatIsExpected() {
    Duration usual = Duration.ofMinutes(6);

    assertThat(TransferTimes.median(List.of(usual, Duration.ofHours(3), usual.minusSeconds(1))))
        .isEqualTo(usual);
    assertThat(TransferTimes.median(List.of(usual, usual.plusSeconds(10))))
        .isEqualTo(usual.plusSeconds(5));
    assertThat(TransferTimes.median(List.of(usual))).isEqualTo(usual);
  }

  @Test
  void withoutAnyPastTheStepsAreCountedTogether() {
    assertThat(TransferTimes.expectedOfTheSteps())
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
  }
}
