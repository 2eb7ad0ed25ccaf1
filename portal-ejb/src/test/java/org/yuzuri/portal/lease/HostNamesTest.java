package org.yuzuri.portal.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;

class HostNamesTest {

  @Test
  void eachServerGetsItsNumber() {
    HostNames names = HostNames.of(" Web-{n}.example.org ", 12);

    assertThat(names.name(1, "lent-7")).isEqualTo("web-1.example.org");
    assertThat(names.name(12, "lent-8")).isEqualTo("web-12.example.org");
    assertThat(HostNames.of("", 12).name(1, "lent-7")).isEqualTo("lent-7");
    assertThat(HostNames.of("db", 1).name(1, "lent-7")).isEqualTo("db");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-web{n}",
        "web{n}-",
        "web_{n}",
        "web {n}",
        "{m}{n}",
        "web{n}..org",
        "a$(id){n}",
        "蜜柑{n}"
      })
  void nameThatNoHostMayHaveIsRefused(String typed) {
    assertThatThrownBy(() -> HostNames.of(typed, 2))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("hostNames = " + typed)
        .hasMessageContaining("RFC 1123");
  }

  @Test
  void severalServersDoNotGetOneName() {
    assertThatThrownBy(() -> HostNames.of("web", 2)).hasMessageContaining("{n}");
  }

  @Test
  void lengthIsThatOfTheLongestName() {
    String long61 = "a".repeat(62) + "{n}";
    assertThat(HostNames.of(long61, 1).name(1, "")).hasSize(63);
    assertThatThrownBy(() -> HostNames.of(long61, 10)).hasMessageContaining("64 characters");
  }
}
