package org.yuzuri.portal.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.platform.ProblemException;

class TrafficStepsTest {

  private static final Currency YEN = Currency.getInstance("JPY");

  @Test
  void linesAndSemicolonsAreStepsAndBlanksAreNone() {
    TrafficSteps steps = TrafficSteps.typed(" 100 8\r\n\r\n 1000.50   2.5 ; 2000 0 ");

    assertThat(steps.code()).isEqualTo("100:8/1000.5:2.5/2000:0");
    assertThat(steps.lines()).isEqualTo("100 8\n1000.5 2.5\n2000 0");
    assertThat(TrafficSteps.typed(steps.lines()).code()).isEqualTo(steps.code());
    assertThat(TrafficSteps.ofCode(steps.code()).code()).isEqualTo(steps.code());
    assertThat(TrafficSteps.typed(" \n ")).isEqualTo(TrafficSteps.NONE);
    assertThat(TrafficSteps.ofCode("")).isEqualTo(TrafficSteps.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100",
        "100 8 9",
        "100:8",
        "-1 8",
        "100 -8",
        "1e3 8",
        "100 8,5",
        "0 8",
        "100 8\n100 7",
        "100 8\n50 7",
        "10000000000 1",
        "1 0.0000001"
      })
  void whatIsNoStepIsRefusedByName(String typed) {
    assertThatThrownBy(() -> TrafficSteps.typed(typed))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.field()).isEqualTo("price.trafficSteps"));
  }

  @Test
  void moreStepsThanAColumnTakesAreRefused() {
    String longest =
        IntStream.range(0, TrafficSteps.MOST)
            .mapToObj(step -> "999999999" + step + ".999999 9999999999.999999")
            .collect(Collectors.joining("\n"));

    assertThat(TrafficSteps.typed(longest).code()).hasSizeLessThanOrEqualTo(400);
    assertThatThrownBy(() -> TrafficSteps.typed("1 1\n" + longest))
        .hasMessageContaining("at most " + TrafficSteps.MOST);
  }

  @Test
  void priceIsTheFirstStepAndThoseBehindIt() {
    assertThat(TrafficSteps.typed("100 8").behind(BigDecimal.TEN, YEN).of(new BigDecimal("101")))
        .isEqualTo(Money.of("1008", "JPY"));
    assertThat(TrafficSteps.of(TrafficSteps.typed("100 8").behind(BigDecimal.TEN, YEN)).code())
        .isEqualTo("100:8");
  }

  @Test
  void pageBringsAPriceWithItsStepsBack() {
    Price price =
        Price.of(
            BilledUnit.HOUR,
            BigDecimal.TEN,
            PartOfMonth.WHOLE,
            null,
            BigDecimal.ZERO,
            BigDecimal.TEN,
            "100:8/1000:2.5",
            BigDecimal.ONE,
            "JPY");

    assertThat(Price.ofCode(price.code())).isEqualTo(price);
    assertThat(price.text())
        .endsWith("traffic 10 / GB above 1 GB, above 100 GB 8, above 1000 GB 2.5");
    assertThat(price.times(2).traffic().of(new BigDecimal("201")))
        .isEqualTo(Money.of("1988", "JPY"));
  }
}
