package org.yuzuri.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
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
  void ownerOfTheSchemaIsThePortalUnlessItIsNamed() {
    Map<String, String> portal = Map.of("PORTAL_DB_USER", "rows", "PORTAL_DB_PASSWORD", "own");
    assertThat(DatabaseSettings.ofTheOwner(portal)).isEqualTo(DatabaseSettings.from(portal));

    Map<String, String> both = new HashMap<>(portal);
    both.put("PORTAL_DB_MIGRATION_USER", "owner");
    assertThatThrownBy(() -> DatabaseSettings.ofTheOwner(both))
        .hasMessageContaining("PORTAL_DB_MIGRATION_PASSWORD");
    both.put("PORTAL_DB_MIGRATION_PASSWORD", "secret");
    assertThat(DatabaseSettings.ofTheOwner(both).user()).isEqualTo("owner");
    assertThat(DatabaseSettings.ofTheOwner(both).password()).isEqualTo("secret");
  }

  @Test
  void portalsAccountHasRowsAndNothingElseWhenAnotherOwnsTheSchema() {
    DatabaseSettings rows = new DatabaseSettings("jdbc:mariadb://db/portal", "rows", "a");
    DatabaseSettings owner = new DatabaseSettings("jdbc:mariadb://db/portal", "owner", "b");

    assertThat(EmbeddedDatabase.initSql(rows, owner))
        .contains("GRANT SELECT, INSERT, UPDATE, DELETE ON portal.* TO 'rows'@'127.0.0.1'")
        .contains("GRANT ALL ON portal.* TO 'owner'@'127.0.0.1'")
        .doesNotContain("GRANT ALL ON portal.* TO 'rows'");
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
