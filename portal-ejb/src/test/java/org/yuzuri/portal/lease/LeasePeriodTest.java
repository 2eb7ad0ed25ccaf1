package org.yuzuri.portal.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.price.Price;

class LeasePeriodTest {

  private static final Instant HAND_OVER = Instant.parse("2026-03-01T10:00:00Z");
  private static final Price PRICE = Price.perHour(new BigDecimal("12.5"), "JPY");

  @Test
  void periodEndsSoManyHoursAfterTheHandOverAndCostsThem() {
    LeasePeriod day = LeasePeriod.of(24);

    assertThat(day.endAfter(HAND_OVER)).contains(Instant.parse("2026-03-02T10:00:00Z"));
    assertThat(day.cost(PRICE, HAND_OVER)).contains(Money.of("300", "JPY"));
    assertThat(day.isOpen()).isFalse();
  }

  @Test
  void openEndHasNeitherEndNorTotal() {
    assertThat(LeasePeriod.OPEN.endAfter(HAND_OVER)).isEmpty();
    assertThat(LeasePeriod.OPEN.cost(PRICE, HAND_OVER)).isEmpty();
    assertThat(LeasePeriod.OPEN.isOpen()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 8785, Integer.MAX_VALUE})
  void lengthThatIsNoneIsNamedWithItsLimits(int hours) {
    assertThatThrownBy(() -> LeasePeriod.of(hours))
        .hasMessageContaining("hours = " + hours)
        .hasMessageContaining("one hour to 366 days");
  }
}
