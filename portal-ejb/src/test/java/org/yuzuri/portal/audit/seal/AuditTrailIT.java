package org.yuzuri.portal.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.audit.AuditFilter;
import org.yuzuri.portal.audit.AuditRow;
import org.yuzuri.portal.audit.AuditService;
import org.yuzuri.portal.platform.ListFilter;

/** What the trail holds, and that the portal's own account of the database cannot change it. */
class AuditTrailIT {

  @TempDir Path directory;

  @BeforeEach
  void begin() {
    Trail.checkpointsIn(directory);
    Trail.fill();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set detail = 'x' order by id desc limit 1",
        "update audit_entry set seal = null, seal_number = null order by id desc limit 1",
        "update audit_entry set seal = concat(seal, '0') order by id desc limit 1",
        "delete from audit_entry order by id desc limit 1",
        "replace into audit_entry select * from audit_entry order by id desc limit 1",
        "insert into audit_entry select * from audit_entry order by id desc limit 1"
            + " on duplicate key update detail = 'x'",
        "insert into audit_entry (tenant_id, at, actor_kind, actor_id, actor_name, action, subject,"
            + " detail, seal_number, seal) values (1, now(), 'SYSTEM', 0, 'x', 'x', 'x', 'x', -1,"
            + " 'x')",
        "update audit_seal set last_number = last_number - 1",
        "delete from audit_seal",
        "update audit_checkpoint set line = line - 1",
        "delete from audit_checkpoint",
        "update audit_check set finding = ''",
        "delete from audit_check",
        "truncate table audit_entry",
        "drop table audit_entry",
        "drop trigger audit_entry_is_for_ever",
        "alter table audit_entry drop column mark",
        "rename table audit_entry to audit_entry_old",
        "create trigger mine before insert on audit_entry for each row set new.detail = ''"
      })
  void portalsOwnAccountIsRefused(String sql) throws SQLException {
    Trail.keep(AuditKeeper::check);
    try (Connection portal = Trail.DATABASE.connect();
        Statement statement = portal.createStatement()) {

      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOf(SQLException.class)
          .hasMessageMatching("(?s).*(written|kept for ever|only grows|command denied).*");
    }
    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
  }

  @Test
  void tenantReadsItsOwnTrailInSingleLinesWithTheAddressTheyCameFrom() {
    long tenant = Trail.DATABASE.newTenant("Reader");
    long other = Trail.DATABASE.newTenant("Other");
    RequestSource.begin("2001:db8::1");
    Trail.record(tenant, "image.add", "line one\nforged line\u2028\u202e");
    RequestSource.end();

    assertThat(list(tenant)).extracting(AuditRow::detail).containsExactly("line one forged line  ");
    assertThat(list(tenant)).extracting(AuditRow::source).containsExactly("2001:db8::1");
    assertThat(list(other)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\ud83d", "\ude80 x", "\u0000\u0085", "a\ud83d\ude80", " ends in spaces  "})
  void whateverStrangersWriteIsInOrderWhenItIsReadBack(String text) {
    long tenant = Trail.DATABASE.newTenant("Strange");
    Trail.record(tenant, "image.add", text);
    Trail.record(tenant, "image.add", "x".repeat(999) + text);
    Trail.seal();

    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
  }

  private static List<AuditRow> list(long tenant) {
    return Trail.DATABASE.as(
        tenant,
        Role.TENANT_ADMIN,
        w ->
            w
                .get(AuditService.class)
                .export(AuditFilter.none(), ListFilter.<ActorKind>none(), Long.MAX_VALUE, 100)
                .stream()
                .filter(entry -> !entry.action().startsWith("tenant."))
                .toList());
  }
}
