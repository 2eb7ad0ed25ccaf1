package org.yuzuri.settings.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShellWordsTest {

  @Test
  void quotesAndBackslashesAreTakenOff() throws UnbalancedQuoteException {
    assertThat(ShellWords.withoutComment("a 'b c' \"d\\\"e\\f\" g\\ h ''"))
        .extracting(Word::text)
        .containsExactly("a", "b c", "d\"e\\f", "g h", "");
  }

  @Test
  void commentStartsEvenInsideAWord() throws UnbalancedQuoteException {
    assertThat(ShellWords.withoutComment("rootpw abc#def"))
        .extracting(Word::text)
        .containsExactly("rootpw", "abc");
  }

  @Test
  void openQuotationIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> ShellWords.withoutComment("part 'x"))
        .isInstanceOfSatisfying(
            UnbalancedQuoteException.class, e -> assertThat(e.column()).isEqualTo(6));
  }
}
