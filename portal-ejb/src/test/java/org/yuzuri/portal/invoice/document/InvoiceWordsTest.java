package org.yuzuri.portal.invoice.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;

class InvoiceWordsTest {

  @Test
  void bothLanguagesHaveTheSameWordsAndEachConstantHasOne() {
    for (Locale language : new Locale[] {Locale.ENGLISH, Locale.JAPANESE}) {
      ResourceBundle words = ResourceBundle.getBundle(InvoiceWords.BUNDLE, language);
      assertThat(words.getLocale()).isEqualTo(language);
      assertThat(words.keySet())
          .containsExactlyInAnyOrderElementsOf(
              ResourceBundle.getBundle(InvoiceWords.BUNDLE, Locale.ENGLISH).keySet())
          .containsAll(
              Stream.of(
                      constants("kind", ChargeKind.values()),
                      constants("fault", FaultKind.values()),
                      constants("unit", ChargeUnit.values()),
                      constants("rate", TaxCategory.values()),
                      constants("title", InvoiceKind.values()))
                  .flatMap(each -> each)
                  .toList());
    }
  }

  private static Stream<String> constants(String prefix, Enum<?>... values) {
    return Stream.of(values).map(value -> prefix + "." + value.name());
  }
}
