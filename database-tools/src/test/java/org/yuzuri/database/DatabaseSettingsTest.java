package org.yuzuri.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
  @Test
  void environmentWins() {
    DatabaseSettings settings =
        DatabaseSettings.from(
            Map.of("PORTAL_DB_URL", "jdbc:mariadb://db/x", "PORTAL_DB_USER", "me"));

    assertThat(settings.url()).isEqualTo("jdbc:mariadb://db/x");
    assertThat(settings.user()).isEqualTo("me");
  }

  @Test
  void passwordIsNotPrinted() {
    assertThat(DatabaseSettings.from(Map.of("PORTAL_DB_PASSWORD", "geheim")).toString())
        .doesNotContain("geheim");
  }

  @Test
  void foreignUrlIsRefusedByName() {
    assertThatThrownBy(() -> DatabaseSettings.from(Map.of("PORTAL_DB_URL", "jdbc:h2:mem")))
        .hasMessageContaining("PORTAL_DB_URL")
        .hasMessageContaining("jdbc:h2:mem");
  }

  @Test
  void quoteInThePasswordIsRefusedBecauseItWouldEndTheSqlString() {
    assertThatThrownBy(() -> DatabaseSettings.from(Map.of("PORTAL_DB_PASSWORD", "a'b")))
        .hasMessageContaining("PORTAL_DB_PASSWORD");
  }

  @Test
  void portOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> EmbeddedDatabase.port("70000")).hasMessageContaining("70000");
    assertThatThrownBy(() -> EmbeddedDatabase.port("x")).hasMessageContaining("\"x\"");
    assertThat(EmbeddedDatabase.port("33066")).isEqualTo(33066);
  }
}
