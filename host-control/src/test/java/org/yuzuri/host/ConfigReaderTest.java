package org.yuzuri.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigReaderTest {

  @TempDir Path directory;

  @Test
  void readsWhatIsRight() {
    ConfigReader in = reader("portal.url=https://portal.example:8444/\nport=8480\nnic=br-boot\n");

    assertThat(in.httpsAddress("portal.url")).hasToString("https://portal.example:8444");
    assertThat(in.port("port")).isEqualTo(8480);
    assertThat(in.networkInterface("nic")).isEqualTo("br-boot");
    assertThat(in.valueOr("absent", 5, "a number", Integer::valueOf)).isEqualTo(5);
    in.throwProblems();
  }

  @Test
  void tellsAllProblemsAtOnce() {
    ConfigReader in = reader("portal.url=http://x\nport=0\nstray=1\nnic=a b\naddress=1.2.3\n");

    in.httpsAddress("portal.url");
    in.port("port");
    in.networkInterface("nic");
    in.address("address");
    in.path("state.directory");

    assertThatThrownBy(in::throwProblems)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("portal.url is \"http://x\", expected https://HOST:PORT")
        .hasMessageContaining("port is \"0\", expected a port")
        .hasMessageContaining("nic is \"a b\"")
        .hasMessageContaining("address is \"1.2.3\"")
        .hasMessageContaining("state.directory is missing")
        .hasMessageContaining("stray is unknown");
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new ConfigReader(directory.resolve("none.properties")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("none.properties");
  }

  private ConfigReader reader(String text) {
    Path file = directory.resolve("test.properties");
    AtomicFiles.replace(file, text);
    return new ConfigReader(file);
  }
}
