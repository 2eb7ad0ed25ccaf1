package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.inspection.InspectionService;
import org.yuzuri.portal.platform.secret.EncryptedText;

/** From the commit that begins a run to the first look at it. */
@ExtendWith(ArquillianExtension.class)
class NewRunsIT {

  private static final int RUNS = 15;

  /** The timer alone would take 500 ms in the middle. */
  private static final long SOON_MILLIS = 250;

  private static final long LONGEST_MILLIS = 5000;

  @Inject AsSystem asSystem;
  @Inject InspectionService inspections;

  @Resource(lookup = "java:jboss/datasources/PortalDS")
  DataSource database;

  @Test
  void runIsLookedAtAsSoonAsItsBeginIsCommitted() throws Exception {
    List<Long> taken = new ArrayList<>();
    for (int at = 0; at < RUNS; at++) {
      long server = newServer(at);
      asSystem.run("test", () -> inspections.begin(server));
      long begun = System.nanoTime();
      long passed = 0;
      while (isUntouched(server) && passed < LONGEST_MILLIS) {
        TimeUnit.MILLISECONDS.sleep(10);
        passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      }
      taken.add(passed);
      forget(server);
    }
    long median = taken.stream().sorted().toList().get(RUNS / 2);
    assertTrue(median <= SOON_MILLIS, taken::toString);
  }

  /** When it is looked at, it is said when the engine looks again. */
  private boolean isUntouched(long server) throws SQLException {
    try (Connection open = database.getConnection();
        PreparedStatement query =
            open.prepareStatement(
                "select count(*) from run where server_id = ? and next_run_at = started_at")) {
      query.setLong(1, server);
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getLong(1) > 0;
      }
    }
  }

  private long newServer(int at) throws SQLException {
    try (Connection open = database.getConnection();
        PreparedStatement insert =
            open.prepareStatement(
                "insert into server (version, offer_id, agent_id, name, state, state_since,"
                    + " generation, last_lease_id, mac, boot_address, boot_mode, console,"
                    + " cpu_count, memory_mib, bmc_address, bmc_user, bmc_password) select 0,"
                    + " (select min(id) from offer), min(id), ?, 'MAINTENANCE', utc_timestamp(3),"
                    + " 0, 0, ?, ?, 'BIOS', 'ttyS0', 2, 2048, '127.0.0.1:9611', 'admin', ? from"
                    + " agent where kind = 'LENDER_AGENT'",
                Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, "begun-" + at);
      insert.setString(2, "02:00:00:0b:00:%02x".formatted(at));
      insert.setString(3, "10.0.251.%d/24".formatted(at + 1));
      insert.setObject(4, new EncryptedText().convertToDatabaseColumn("secret"));
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  /** No daemon works for it: the run ends here, and the server is out of everybody's way. */
  private void forget(long server) throws SQLException {
    execute(
        "update run set state = 'CANCELLED', ended_at = utc_timestamp(3), next_run_at = null"
            + " where server_id = "
            + server);
    execute("update server set state = 'RETIRED' where id = " + server);
  }

  private void execute(String sql) throws SQLException {
    try (Connection open = database.getConnection();
        Statement statement = open.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
