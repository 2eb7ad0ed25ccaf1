package org.yuzuri.settings.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignsTest {

  @Test
  void eachLineHasTheSignsOfItsOwnText() {
    List<SourceLine> lines =
        PythonText.lines("%post\necho ${A}\r\n<x>\tplain\n\u2028\u0007#é\nlast@");

    assertThat(lines)
        .hasSize(6)
        .allSatisfy(
            line ->
                assertThat(line).isEqualTo(new SourceLine(line.number(), line.text(), line.end())));
    assertThat(lines.get(0).hasAny(Signs.of('%'))).isTrue();
    assertThat(lines.get(1).hasAny(Signs.of("{$"))).isTrue();
    assertThat(lines.get(2).hasAny(Signs.UNUSUAL)).isFalse();
    assertThat(lines.get(4).hasAny(Signs.UNUSUAL)).isTrue();
    assertThat(lines.get(5).hasAny(Signs.of("#/"))).isFalse();
  }
}
