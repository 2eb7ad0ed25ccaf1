package org.yuzuri.wire.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KernelArgumentsTest {

  @Test
  void argumentsAreSeparatedBySingleSpaces() {
    assertThat(KernelArguments.of("  quiet   ip=[::1] ")).hasToString("quiet ip=[::1]");
  }

  @Test
  void overlayIsStartedOnceAndOursComeLast() {
    KernelArguments boot = KernelArguments.of("quiet").startingOverlay().and("console=ttyS0");

    assertThat(boot).hasToString("quiet rdinit=/yuzuri/init console=ttyS0");
    assertThat(boot.startingOverlay()).isEqualTo(boot);
    assertThat(KernelArguments.NONE.startingOverlay()).hasToString("rdinit=/yuzuri/init");
  }

  @Test
  void reservedArgumentIsFoundWhateverItsCaseAndValue() {
    assertThat(KernelArguments.of("quiet KS=http://evil/ks").findReserved())
        .contains("KS=http://evil/ks");
    assertThat(KernelArguments.of("init").findReserved()).contains("init");
    assertThat(KernelArguments.of("quiet initcall_debug").findReserved()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a || shell", "x=${mac}", "x='y'", "a;b", "x=`id`", "日本"})
  void syntaxOfScriptsIsRefused(String text) {
    assertThatThrownBy(() -> KernelArguments.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kernelArguments");
  }

  @Test
  void tooManyAreRefused() {
    KernelArguments most = KernelArguments.of("a".repeat(1500));

    assertThatThrownBy(() -> most.and("b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1500");
  }
}
