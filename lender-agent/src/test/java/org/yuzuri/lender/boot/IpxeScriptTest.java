package org.yuzuri.lender.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.command.EnsureBoot;

final class IpxeScriptTest {

  private static final String BOOT_URL = "http://192.0.2.1:8480/boot/";

  @Test
  void biosScriptIsTheGoldenOne() throws IOException {
    EnsureBoot command = BootCommands.install().build();

    assertThat(IpxeScript.render(command, BOOT_URL, List.of("0", "1", "overlay", "transfer")))
        .isEqualTo(golden("bios.ipxe"));
  }

  @Test
  void uefiScriptNamesTheInitrdsToTheKernelInOrder() throws IOException {
    EnsureBoot command = BootCommands.install().uefi().build();

    assertThat(IpxeScript.render(command, BOOT_URL, List.of("0", "overlay", "transfer")))
        .isEqualTo(golden("uefi.ipxe"));
  }

  @Test
  void overlayInitIsAddedOnce() {
    String script =
        IpxeScript.render(
            BootCommands.install().arguments("rdinit=/yuzuri/init quiet").build(),
            BOOT_URL,
            List.of("transfer"));

    assertThat(script).containsOnlyOnce("rdinit=").contains("/kernel rdinit=/yuzuri/init quiet ||");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nchain http://x", "a || shell", "${net0/mac}", "a;b", "#!ipxe", "a&b"})
  void argumentsThatIpxeWouldObeyNeverComeThisFar(String arguments) {
    BootCommands hostile = BootCommands.install().arguments(arguments);

    assertThatThrownBy(hostile::build).hasMessageContaining("kernelArguments");
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = IpxeScriptTest.class.getResourceAsStream("/boot/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
