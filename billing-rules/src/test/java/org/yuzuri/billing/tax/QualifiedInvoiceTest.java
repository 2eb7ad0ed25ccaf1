package org.yuzuri.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;

class QualifiedInvoiceTest {

  private static final TaxRates RATES = TaxRates.ofJapan();
  private static final Instant USED = Instant.parse("2026-11-02T00:00:00Z");

  private static TaxableAmount line(int pieces, int each, TaxCategory category) {
    Money net = Money.of(String.valueOf(each), "JPY").times(pieces);
    return new TaxableAmount(net, category, RATES.percent(category, USED));
  }

  /**
   * National Tax Agency of Japan, Q&A on the qualified invoice system, question 57, the example
   * that is allowed: vegetables at 8 %, flowers and fertilizer at 10 %, rounded down once a rate.
   */
  @Test
  void theAgencysExampleIsRoundedOncePerRate() {
    List<TaxTotal> totals =
        TaxTotal.of(
            List.of(
                line(83, 167, TaxCategory.REDUCED),
                line(197, 67, TaxCategory.REDUCED),
                line(57, 77, TaxCategory.STANDARD),
                line(57, 417, TaxCategory.STANDARD)),
            Rounding.DOWN);
    assertThat(totals)
        .extracting(TaxTotal::percent, total -> total.net().toString(), t -> t.tax().toString())
        .containsExactly(
            tuple(BigDecimal.TEN, "JPY 28158", "JPY 2815"),
            tuple(BigDecimal.valueOf(8), "JPY 27060", "JPY 2164"));
  }

  /** The same example's other table, rounded per line, is what is not allowed: two yen less. */
  @Test
  void roundingEachLineWouldGiveAnotherTax() {
    Money perLine = Money.of("0", "JPY");
    for (TaxableAmount line :
        List.of(line(83, 167, TaxCategory.REDUCED), line(197, 67, TaxCategory.REDUCED))) {
      perLine = perLine.plus(TaxTotal.of(List.of(line), Rounding.DOWN).get(0).tax());
    }
    assertThat(perLine).isEqualTo(Money.of("2163", "JPY"));
  }

  /**
   * TKC Shuppan, guide to a company's own qualified invoices, page 8, the example whose lines are
   * without tax: wine at 10 %, beef and tomatoes at 8 %, 64,960 yen with tax.
   */
  @Test
  void publishersExampleHasTwoTaxesAndOneTotal() {
    List<TaxTotal> totals =
        TaxTotal.of(
            List.of(
                line(10, 800, TaxCategory.STANDARD),
                line(20, 2500, TaxCategory.REDUCED),
                line(40, 50, TaxCategory.REDUCED)),
            Rounding.DOWN);
    assertThat(totals)
        .extracting(total -> total.net().toString(), total -> total.tax().toString())
        .containsExactly(tuple("JPY 8000", "JPY 800"), tuple("JPY 52000", "JPY 4160"));
    assertThat(
            totals.stream()
                .map(total -> total.net().plus(total.tax()))
                .reduce(Money.of("0", "JPY"), Money::plus))
        .isEqualTo(Money.of("64960", "JPY"));
  }

  @ParameterizedTest
  @CsvSource({"DOWN,2164", "HALF_UP,2165", "UP,2165"})
  void theSellerChoosesHowToRound(Rounding rounding, String tax) {
    List<TaxTotal> totals = TaxTotal.of(List.of(line(1, 27060, TaxCategory.REDUCED)), rounding);
    assertThat(totals.get(0).tax()).isEqualTo(Money.of(tax, "JPY"));
  }

  @ParameterizedTest
  @CsvSource({
    "1997-03-31T14:59:59Z,3",
    "1997-03-31T15:00:00Z,5",
    "2014-03-31T15:00:00Z,8",
    "2019-09-30T14:59:59Z,8",
    "2019-09-30T15:00:00Z,10"
  })
  void aRateHoldsFromItsDayInJapan(Instant at, BigDecimal percent) {
    assertThat(RATES.percent(TaxCategory.STANDARD, at)).isEqualTo(percent);
  }

  @Test
  void thereIsNoReducedRateBeforeTheLawHadOne() {
    assertThatThrownBy(
            () -> RATES.percent(TaxCategory.REDUCED, Instant.parse("2019-01-01T00:00:00Z")))
        .hasMessage("no rate of REDUCED at 2019-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXEMPT", "REVERSE_CHARGE"})
  void otherCategoriesHaveNoTaxButATotalOfTheirOwn(TaxCategory category) {
    TaxTotal total = TaxTotal.of(List.of(line(1, 500, category)), Rounding.UP).get(0);
    assertThat(total.tax()).isEqualTo(Money.of("0", "JPY"));
    assertThat(total.net()).isEqualTo(Money.of("500", "JPY"));
  }

  /** The National Tax Agency's own number, and the Digital Agency's. */
  @ParameterizedTest
  @ValueSource(strings = {"T7000012050002", "T8000012010038"})
  void registeredNumbersPass(String number) {
    assertThat(new RegistrationNumber(number).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "T",
        "7000012050002",
        "t7000012050002",
        "T700001205000",
        "T70000120500022",
        "T0000012050002",
        "T7000012050003",
        "T7000012050020",
        "Ｔ7000012050002",
        "T７000012050002"
      })
  void othersAreRefused(String number) {
    assertThatThrownBy(() -> new RegistrationNumber(number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("registrationNumber: " + number);
  }
}
