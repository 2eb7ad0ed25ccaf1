package org.yuzuri.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.entry.Identity;

class InventoryFileTest {

  @TempDir Path directory;

  @Test
  void whatAServerIsKnownByMayBeLeftOut() throws IOException {
    assertThat(server("").identity()).isNull();
    assertThat(server(", \"identity\": \"PORT\"").identity()).isEqualTo(Identity.PORT);
  }

  @Test
  void identityThatIsNoneIsNamedWithItsPlace() {
    assertThatThrownBy(() -> server(", \"identity\": \"FACE\""))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NOT_CONFIGURED")
        .hasMessageContaining("FACE");
  }

  private InventoryFile.ServerItem server(String more) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("inventory.json"),
            "{\"servers\": [{\"name\": \"lent-17\"" + more + "}]}");
    return InventoryFile.read(file).servers().get(0);
  }
}
