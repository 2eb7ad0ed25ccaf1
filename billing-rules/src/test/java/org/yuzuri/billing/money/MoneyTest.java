package org.yuzuri.billing.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1234; JPY; 1,234 JPY",
        "0; JPY; 0 JPY",
        "-1650; JPY; -1,650 JPY",
        "1234567.5; EUR; 1,234,567.50 EUR",
        "0.5; KWD; 0.500 KWD"
      })
  void lettersHaveEveryAmountInOneForm(String amount, String currency, String text) {
    assertThat(Money.of(amount, currency).printed()).isEqualTo(text);
  }
}
