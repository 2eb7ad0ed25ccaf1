package org.yuzuri.portal.web.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.web.ui.language.Texts;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class LeaseEndingBeanTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final LeaseEndingBean bean = new LeaseEndingBean();

  @BeforeEach
  void wire() {
    bean.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    bean.texts = new Keys();
  }

  @ParameterizedTest
  @CsvSource({
    "P14D,'',lease.ending.days [14]",
    "PT73H,'',lease.ending.days [3]",
    "P3D,warn,lease.ending.days [3]",
    "PT47H,warn,lease.ending.hours [47]",
    "P1D,error,lease.ending.hours [24]",
    "PT59M,error,lease.ending.hours [1]"
  })
  void itIsWarnedLouderAndLouder(Duration left, String tone, String text) {
    Instant end = NOW.plus(left);

    assertThat(bean.near(end)).isTrue();
    assertThat(bean.tone(end)).isEqualTo(tone);
    assertThat(bean.text(end)).isEqualTo(text);
  }

  @Test
  void longBeforeAndWithoutAnEndThereIsNothingToSay() {
    assertThat(bean.near(NOW.plus(Duration.ofDays(14)).plusSeconds(1))).isFalse();
    assertThat(bean.near(null)).isFalse();
  }

  private static final class Keys extends Texts {

    @Override
    public String get(String key, @Nullable Object... arguments) {
      return key + " " + Arrays.toString(arguments);
    }
  }
}
