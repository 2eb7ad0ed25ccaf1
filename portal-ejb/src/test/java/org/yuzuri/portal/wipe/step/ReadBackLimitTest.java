package org.yuzuri.portal.wipe.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.wire.boot.BootFact;

@Isolated("sets a system property")
class ReadBackLimitTest {

  @AfterEach
  void unset() {
    System.clearProperty(ReadBackLimit.PROPERTY);
  }

  @Test
  void allIsReadBackUnlessAnOperatorSaysOtherwise() {
    assertThat(ReadBackLimit.configured().of(1L << 44)).isEqualTo(1L << 44);
    assertThat(ReadBackLimit.configured().facts()).isEmpty();
  }

  @Test
  void limitIsToldToTheEraserAndAskedOfItsEvidence() {
    System.setProperty(ReadBackLimit.PROPERTY, "64");

    assertThat(ReadBackLimit.configured().of(1L << 44)).isEqualTo(64L << 30);
    assertThat(ReadBackLimit.configured().of(1L << 30)).isEqualTo(1L << 30);
    assertThat(ReadBackLimit.configured().facts()).isEqualTo(Map.of(BootFact.READ_BACK_GIB, "64"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "64 GiB", "1000000"})
  void limitThatIsNoneIsRefusedByName(String text) {
    System.setProperty(ReadBackLimit.PROPERTY, text);

    assertThatThrownBy(ReadBackLimit::configured)
        .hasMessageContaining(ReadBackLimit.PROPERTY)
        .hasMessageContaining("1 to 999999");
  }
}
