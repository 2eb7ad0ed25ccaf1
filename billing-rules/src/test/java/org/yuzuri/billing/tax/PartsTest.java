package org.yuzuri.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;

/** The taxes of an invoice that is taken back in parts. */
class PartsTest {

  private static final long SEED = 20_261_130;

  private static TaxableAmount at(long net, String currency, int percent) {
    Money exact = new Money(BigDecimal.valueOf(net), Money.of("0", currency).currency());
    return new TaxableAmount(
        currency.equals("EUR") ? exact.times(new BigDecimal("0.01")) : exact,
        percent == 8 ? TaxCategory.REDUCED : TaxCategory.STANDARD,
        BigDecimal.valueOf(percent));
  }

  /** 15 + 15 yen at 10 %: 1 + 1 yen when each is rounded down, 3 yen together. */
  @ParameterizedTest
  @CsvSource({"DOWN,-1,-2", "HALF_UP,-2,-1", "UP,-2,-1"})
  void secondHalfHasWhatTheFirstOneLeft(Rounding rounding, String first, String second) {
    List<TaxableAmount> half = List.of(at(-15, "JPY", 10));

    List<TaxTotal> one = TaxTotal.following(List.of(), half, rounding);
    List<TaxTotal> other = TaxTotal.following(one, half, rounding);

    assertThat(one).singleElement().extracting(TaxTotal::tax).isEqualTo(Money.of(first, "JPY"));
    assertThat(other).singleElement().extracting(TaxTotal::tax).isEqualTo(Money.of(second, "JPY"));
  }

  /** Each part's tax also lies between the whole numbers around it, as JP PINT wants it. */
  @ParameterizedTest
  @EnumSource(Rounding.class)
  void partsOfAllSizesAreTheWholeToTheLastDigit(Rounding rounding) {
    Random random = new Random(SEED);
    for (int invoice = 0; invoice < 2000; invoice++) {
      String currency = random.nextBoolean() ? "JPY" : "EUR";
      List<TaxableAmount> parts = new ArrayList<>();
      for (int part = random.nextInt(12); part >= 0; part--) {
        parts.add(at(-1 - random.nextInt(400), currency, random.nextBoolean() ? 8 : 10));
      }
      List<TaxTotal> notes = new ArrayList<>();
      for (TaxableAmount part : parts) {
        List<TaxTotal> note = TaxTotal.following(notes, List.of(part), rounding);
        assertThat(note).singleElement().satisfies(PartsTest::assertNextToExact);
        notes.addAll(note);
      }
      for (TaxTotal whole : TaxTotal.of(parts, rounding)) {
        assertThat(
                notes.stream()
                    .filter(note -> note.category() == whole.category())
                    .map(TaxTotal::tax)
                    .reduce(Money.zero(whole.tax().currency()), Money::plus))
            .as("invoice %d: %s", invoice, parts)
            .isEqualTo(whole.tax());
      }
    }
  }

  private static void assertNextToExact(TaxTotal note) {
    BigDecimal exact = note.net().amount().multiply(note.percent().movePointLeft(2));
    BigDecimal step =
        BigDecimal.ONE.movePointLeft(note.tax().currency().getDefaultFractionDigits());
    assertThat(note.tax().amount().subtract(exact).abs()).isLessThan(step);
  }
}
