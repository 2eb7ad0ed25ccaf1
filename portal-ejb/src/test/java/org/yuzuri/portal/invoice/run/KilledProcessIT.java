package org.yuzuri.portal.invoice.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same month as in {@link KilledRunIT}, by processes of their own that get SIGKILL: two in the
 * review, eight while documents are issued, by how many rows they have written, committed or not.
 * What is left is what the database makes of a connection whose other end is gone.
 */
class KilledProcessIT {

  private static final int KILLS_AT_DOCUMENTS = 8;
  private static final int PARTS = 10;
  private static final int PROCESSES = 10;
  private static final int SIGKILLED = 128 + 9;

  private static final String ITEMS = "select count(*) from invoice_run_item";

  /** Nanoseconds: many looks for each document, and time for who writes it. */
  private static final long BETWEEN_LOOKS = 500_000;

  /** So many begin in advance: to begin takes them longer than to bill. */
  private static final int AT_ONCE = 3;

  @TempDir private Path logs;

  private final OneBilledMonth month = OneBilledMonth.unbilled();
  private final Deque<Process> ready = new ArrayDeque<>();
  private int begun;

  KilledProcessIT() throws SQLException {}

  @AfterEach
  void endWhatWaits() {
    ready.forEach(Process::destroyForcibly);
  }

  @Test
  void monthIsBilledOnceThoughItsProcessIsKilledTenTimes() throws Exception {
    try (Connection watching = month.database.connect()) {
      watching.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED);
      killAt(watching, ITEMS, OneBilledMonth.TENANTS / 2);
      assertThat(month.database.number(ITEMS)).isIn(0L, (long) OneBilledMonth.TENANTS);
      killAt(watching, ITEMS, OneBilledMonth.TENANTS);
      Set<Long> issuedAtKills = new TreeSet<>();
      for (int kill = 1; kill <= KILLS_AT_DOCUMENTS; kill++) {
        killAt(watching, "select count(*) from invoice_line", kill * month.lines() / PARTS);
        month.assertHalfOfNothing();
        issuedAtKills.add(month.issued());
      }
      assertThat(issuedAtKills).hasSizeGreaterThan(KILLS_AT_DOCUMENTS / 2);
      assertThat(month.issued()).isLessThan(OneBilledMonth.TENANTS);
    }

    new RunClerk(month.database).takeUp();
    month.assertEverybodyIsBilledOnce();
  }

  private void killAt(Connection watching, String count, long least)
      throws IOException, InterruptedException, SQLException {
    Process portal = begun();
    try (Statement sql = watching.createStatement()) {
      while (number(sql, count) < least) {
        if (!portal.isAlive()) {
          throw new AssertionError("it ended before " + least + ": " + log());
        }
        LockSupport.parkNanos(BETWEEN_LOOKS);
      }
    }
    portal.destroyForcibly();
    assertThat(portal.waitFor()).as("it had not ended by itself").isEqualTo(SIGKILLED);
  }

  private static long number(Statement sql, String count) throws SQLException {
    try (ResultSet found = sql.executeQuery(count)) {
      found.next();
      return found.getLong(1);
    }
  }

  /** A process that bills from now on. */
  private Process begun() throws IOException {
    while (ready.size() < AT_ONCE && begun < PROCESSES) {
      ready.add(month.database.jvm(RunProcess.class, logs.resolve("log")));
      begun++;
    }
    Process next = ready.remove();
    next.getOutputStream().write('\n');
    next.getOutputStream().flush();
    return next;
  }

  private String log() throws IOException {
    return Files.readString(logs.resolve("log"));
  }
}
