package org.yuzuri.lender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ConfigException;

final class LenderConfigTest {

  @TempDir Path directory;

  @Test
  void shippedExampleIsCompleteOnceItsDirectoriesExist() throws IOException {
    String shipped =
        Files.readString(Path.of("src/main/dist/lender-agent.properties"))
            .replace("/usr/share/yuzuri-transfer-overlay", directory.toString())
            .replace("/var/lib/yuzuri-dnsmasq", directory.toString());

    LenderConfig config = LenderConfig.read(write(shipped));

    assertThat(config.bootUrl()).isEqualTo("http://192.0.2.1:8480/boot/");
    assertThat(config.cacheGib()).isEqualTo(50);
  }

  @Test
  void everyMissingKeyIsNamedAtOnce() {
    assertThatThrownBy(() -> LenderConfig.read(write("boot.port=http\ncache.gib=0\n")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("portal.url is missing")
        .hasMessageContaining("boot.interface is missing")
        .hasMessageContaining("boot.port is \"http\"")
        .hasMessageContaining("cache.gib is \"0\"")
        .hasMessageContaining("dnsmasq.pid.file is missing");
  }

  private Path write(String text) {
    try {
      return Files.writeString(directory.resolve("agent.properties"), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
