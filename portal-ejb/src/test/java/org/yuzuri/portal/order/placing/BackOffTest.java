package org.yuzuri.portal.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.state.Fault;

class BackOffTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final BackOff AFTER_TWO = new BackOff(2);

  @ParameterizedTest
  @CsvSource({
    "3, PT5M",
    "4, PT10M",
    "5, PT20M",
    "8, PT2H40M",
    "9, PT5H20M",
    "10, PT6H",
    "200, PT6H"
  })
  void pauseDoublesFromFiveMinutesToSixHours(int failures, Duration pause) {
    assertThat(AFTER_TWO.after(orders(failures, Fault.TENANT), NOON))
        .contains(new BackOff.Pause(failures, NOON.plus(pause)));
  }

  @Test
  void nobodyWaitsAfterTheFreeOnes() {
    assertThat(AFTER_TWO.after(orders(2, Fault.TENANT), NOON)).isEmpty();
    assertThat(AFTER_TWO.after(List.of(), NOON)).isEmpty();
  }

  @Test
  void pauseIsOverWhenItsTimeIs() {
    List<BackOff.Ended> failed = orders(3, Fault.TENANT);

    assertThat(AFTER_TWO.after(failed, NOON.plusSeconds(299))).isPresent();
    assertThat(AFTER_TWO.after(failed, NOON.plusSeconds(300))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"LENDER", "HARDWARE"})
  void datacentersFailuresAreNotCountedAndEndNothing(Fault fault) {
    List<BackOff.Ended> ended = new ArrayList<>(orders(3, Fault.UNKNOWN));
    assertThat(AFTER_TWO.after(orders(9, fault), NOON)).isEmpty();

    ended.add(1, new BackOff.Ended(99, Optional.of(fault), NOON));
    assertThat(AFTER_TWO.after(ended, NOON).orElseThrow().failures()).isEqualTo(3);
  }

  @Test
  void successEndsTheRow() {
    List<BackOff.Ended> ended = new ArrayList<>(orders(9, Fault.NETWORK));
    ended.add(2, new BackOff.Ended(99, Optional.empty(), NOON));

    assertThat(AFTER_TWO.after(ended, NOON)).isEmpty();
  }

  @Test
  void tenServersOfOneOrderAreOneFailure() {
    List<BackOff.Ended> ended = new ArrayList<>(orders(2, Fault.TENANT));
    for (int i = 0; i < 10; i++) {
      ended.add(0, new BackOff.Ended(1, Optional.of(Fault.TENANT), NOON));
    }

    assertThat(AFTER_TWO.after(ended, NOON)).isEmpty();
  }

  /** Newest first; the newest ended at noon. */
  private static List<BackOff.Ended> orders(int count, Fault fault) {
    List<BackOff.Ended> ended = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ended.add(new BackOff.Ended(count - i, Optional.of(fault), NOON.minusSeconds(60L * i)));
    }
    return ended;
  }
}
