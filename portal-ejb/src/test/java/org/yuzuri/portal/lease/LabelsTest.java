package org.yuzuri.portal.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;

class LabelsTest {

  private static final String LONGEST = "a" + "b".repeat(61) + "c";

  @Test
  void labelsAreKeptByTheirKeysHoweverTheyWereTyped() {
    assertThat(Labels.of(" role=web, env=prod\n empty= ").list())
        .containsExactly("empty=", "env=prod", "role=web");
    assertThat(Labels.of("  ")).isEqualTo(Labels.NONE);
    assertThat(Labels.of(LONGEST + "=" + LONGEST).list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "=prod",
        "-env=prod",
        "env=prod-",
        "env=prod env=test",
        "env=a=b",
        "env=<b>",
        "env=%25",
        "環境=本番",
        "a.b_c-d=$(id)"
      })
  void labelThatIsNoneIsNamed(String typed) {
    assertThatThrownBy(() -> Labels.of(typed))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("INVALID_VALUE: labels")
        .hasMessageContaining("KEY=VALUE");
  }

  @Test
  void labelsAreLimitedInLengthAndNumber() {
    assertThatThrownBy(() -> Labels.of(LONGEST + "d=1")).hasMessageContaining("63");
    String twenty = labels(20);
    assertThat(Labels.of(twenty).list()).hasSize(20);
    assertThatThrownBy(() -> Labels.of(labels(21))).hasMessageContaining("at most 20");
  }

  private static String labels(int count) {
    return IntStream.range(0, count).mapToObj(i -> "k" + i + "=v").collect(Collectors.joining(" "));
  }
}
