package org.yuzuri.wire.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BootFactsTest {

  @Test
  void factsAreReadAndWrittenByTheirNamesInTheEnvironment() {
    BootFacts facts = BootFacts.NONE.with(BootFact.NEXT_INIT, "/init").with(BootFact.ROUTER, "x");

    assertThat(facts.variables())
        .containsExactly(Map.entry("YUZURI_ROUTER", "x"), Map.entry("YUZURI_NEXT_INIT", "/init"));
    assertThat(BootFacts.of(facts.variables())).isEqualTo(facts);
  }

  @Test
  void whatTheCommandsOwnFieldsSayIsNotKeptTwice() {
    BootFacts facts =
        BootFacts.of(Map.of("YUZURI_MAC", "52:54:00:00:00:11", "YUZURI_HOSTNAME", "lent-17"));

    assertThat(facts).isEqualTo(BootFacts.NONE.with(BootFact.HOSTNAME, "lent-17"));
  }

  @Test
  void unknownFactIsNamed() {
    assertThatThrownBy(() -> BootFacts.of(Map.of("YUZURI_COLOUR", "red")))
        .hasMessageContaining("facts name is \"YUZURI_COLOUR\", expected one of [YUZURI_MODE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a'b", "a\nb", "$(id)", "a`b", "a\"b", "a\\b", "ä"})
  void valueThatAShellWouldReadIsRefused(String value) {
    assertThatThrownBy(() -> BootFacts.NONE.with(BootFact.HOSTNAME, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("facts.YUZURI_HOSTNAME");
  }
}
