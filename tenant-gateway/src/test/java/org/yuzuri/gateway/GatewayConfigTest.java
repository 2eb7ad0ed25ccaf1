package org.yuzuri.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ConfigException;

class GatewayConfigTest {
  @TempDir Path directory;

  @Test
  void theShippedExampleIsRead() {
    GatewayConfig config = GatewayConfig.read(Path.of("src/main/dist/tenant-gateway.properties"));

    assertThat(config.outsideInterface()).isEqualTo("eth0");
    assertThat(config.outsideAddress()).hasToString("203.0.113.10");
    assertThat(config.vici()).isEqualTo(URI.create("unix:///run/yuzuri/gateway.vici"));
    assertThat(config.swanctlDirectory())
        .isEqualTo(Path.of("/var/lib/yuzuri/tenant-gateway/swanctl"));
  }

  @Test
  void aSocketElsewhereThanOnThisMachineIsRefused() throws IOException {
    Path file = directory.resolve("gateway.properties");
    Files.writeString(
        file,
        Files.readString(Path.of("src/main/dist/tenant-gateway.properties"))
            .replaceFirst("vici.uri=.*", "vici.uri=tcp://198.51.100.1:4502"));

    assertThatThrownBy(() -> GatewayConfig.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("vici.uri is \"tcp://198.51.100.1:4502\", expected unix:///PATH");
  }
}
