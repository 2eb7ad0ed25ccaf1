package org.yuzuri.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "5, PT0S",
    "6, PT5S",
    "7, PT10S",
    "8, PT20S",
    "13, PT10M40S",
    "14, PT15M",
    "2000000000, PT15M"
  })
  void pauseDoublesAfterTheFreeTries(int failures, Duration pause) {
    assertThat(Pace.AT_A_LOGIN.pause(failures)).isEqualTo(pause);
  }

  @Test
  void clockThatGoesBackForgivesNothing() {
    assertThat(Pace.AT_A_LOGIN.forgiven(NOON, NOON.minusSeconds(3600))).isZero();
  }

  @Test
  void guessingOnAndOnGetsAboutAHundredTriesADay() {
    assertThat(triesInADay(Pace.AT_A_LOGIN)).isBetween(90, 120);
    assertThat(triesInADay(Pace.OF_A_SOURCE)).isBetween(1200, 1700);
  }

  /** A source that tries as soon as it may. */
  private static int triesInADay(Pace pace) {
    LoginBudget budget = new LoginBudget("x", NOON);
    int tries = 0;
    for (Instant now = NOON; now.isBefore(NOON.plus(Duration.ofDays(1))); tries++) {
      budget.take(pace, now);
      now = now.plus(budget.wait(now)).plusSeconds(1);
    }
    return tries;
  }
}
