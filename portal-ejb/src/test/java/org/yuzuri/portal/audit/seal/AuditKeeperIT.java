package org.yuzuri.portal.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.CheckpointFile;
import org.yuzuri.portal.audit.chain.TrailCheck;
import org.yuzuri.portal.audit.command.JdbcTrail;

/** Sealing and checking over restarts, several nodes, new keys and a forger. */
class AuditKeeperIT {

  private static final String COPY =
      "insert into audit_entry (tenant_id, at, actor_kind, actor_id, actor_name, source, action,"
          + " subject, detail, mark) select tenant_id, at, actor_kind, actor_id, actor_name, source,"
          + " action, 'forged', detail, concat('f', substr(mark, 2)) from audit_entry"
          + " where seal_number = 1";

  @TempDir Path directory;

  @BeforeEach
  void begin() {
    Trail.checkpointsIn(directory);
    Trail.fill();
  }

  @AfterEach
  void trailIsLeftInOrder() {
    Trail.seal();
    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
  }

  @Test
  void forgedEntryIsNeverSealedAndAlarmsUntilItIsGone() throws Exception {
    execute(COPY);
    Trail.seal();

    assertThat(count("seal_number is null")).isEqualTo(1);
    assertThat(Trail.keep(AuditKeeper::check).finding().orElseThrow()).contains("not sealed yet");
    // Any node shows it to operators.
    assertThat(anotherNodesAlarm().orElseThrow()).contains("not sealed yet");

    Wall.takeDown();
    execute("delete from audit_entry where subject = 'forged'");
    Wall.putUp();
    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
    assertThat(anotherNodesAlarm()).isEmpty();
  }

  @Test
  void twoNodesSealOneChainAndEachKnowsItsEnd() throws IOException {
    Path other = directory.resolve("other");
    CompletableFuture<Void> first = CompletableFuture.runAsync(AuditKeeperIT::recordAndSeal);
    CompletableFuture<Void> second = CompletableFuture.runAsync(AuditKeeperIT::recordAndSeal);
    CompletableFuture.allOf(first, second).join();

    Trail.seal();
    Trail.checkpointsIn(other);
    Trail.seal();
    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
    assertThat(lastNumber(other)).isEqualTo(lastNumber(directory));
  }

  private static void recordAndSeal() {
    long tenant = Trail.DATABASE.newTenant("Node");
    for (int i = 0; i < 20; i++) {
      Trail.record(tenant, "image.add", "entry " + i);
      Trail.DATABASE.asPortal(w -> w.get(AuditSealService.class).seal());
    }
  }

  @Test
  void newKeyIsUsedWithoutRestartAndTheOldOnesEntriesHold() throws IOException, SQLException {
    Path withoutIt = Files.copy(Trail.keyFile(), directory.resolve("old.keys"));
    int id = AuditKeys.rotate(Trail.keyFile());
    Trail.fill();

    assertThat(count("seal like '" + id + ":%'")).isGreaterThan(0);
    assertThat(count("mark like '%:" + id + ":%'")).isGreaterThan(0);
    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
    assertThat(checkWith(withoutIt).finding().orElseThrow())
        .contains("names a key that is not in audit.keys");
  }

  @Test
  void nodeThatDiedBeforeItNotedItsCheckpointGoesOn() throws IOException {
    long tenant = Trail.DATABASE.newTenant("Dying");
    Trail.record(tenant, "image.add", "last");
    Trail.DATABASE.asPortal(w -> w.get(AuditSealService.class).seal());
    AuditKeys keys = AuditKeys.read(Trail.keyFile());
    new CheckpointFile(directory)
        .append(
            Trail.DATABASE.asPortal(w -> w.get(AuditReadService.class).end()),
            Instant.EPOCH,
            "",
            keys);

    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
    Trail.seal();
    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
  }

  @Test
  void nodeThatDiedWithinALineGoesOnBehindTheLastWholeOne() throws IOException {
    Path file = directory.resolve(CheckpointFile.NAME);
    List<String> whole = Files.readAllLines(file);
    Files.writeString(file, "9 17 1:ab", StandardOpenOption.APPEND);
    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();

    Trail.fill();

    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
    assertThat(Files.readAllLines(file)).startsWith(whole.toArray(String[]::new));
  }

  @Test
  void checksWhileOthersWriteAndSealFindNothing() {
    CompletableFuture<Void> writing = CompletableFuture.runAsync(Trail::fill);
    int checks = 0;
    do {
      assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
      checks++;
    } while (!writing.isDone());
    writing.join();
    assertThat(checks).isGreaterThan(1);
  }

  @Test
  void trailOfBeforeMarksIsSealedAsItIs() throws Exception {
    Wall.takeDown();
    execute("update audit_entry set seal = null, seal_number = null");
    execute("update audit_entry set mark = null order by id limit 30");
    execute("update audit_seal set last_number = 0, last_seal = ''");
    execute("delete from audit_checkpoint");
    Wall.putUp();
    Files.delete(directory.resolve(CheckpointFile.NAME));

    Trail.seal();

    assertThat(count("seal is null")).isZero();
    assertThat(Trail.keep(AuditKeeper::check).finding()).isEmpty();
    execute(COPY.replace("concat('f', substr(mark, 2))", "null"));
    Trail.seal();
    assertThat(count("seal is null")).isEqualTo(1);
    Wall.takeDown();
    execute("delete from audit_entry where subject = 'forged'");
    Wall.putUp();
  }

  private Optional<String> anotherNodesAlarm() {
    return Trail.DATABASE
        .with()
        .asPortal(
            w -> {
              AuditKeeper keeper = w.get(AuditKeeper.class);
              keeper.seal();
              return keeper.alarm();
            });
  }

  private TrailCheck.Result checkWith(Path keyFile) throws IOException, SQLException {
    try (Connection portal = Trail.DATABASE.connect()) {
      return new TrailCheck(
              AuditKeys.read(keyFile), new JdbcTrail(portal), new CheckpointFile(directory))
          .run();
    }
  }

  private static long lastNumber(Path directory) throws IOException {
    var lines = Files.readAllLines(directory.resolve(CheckpointFile.NAME));
    return Long.parseLong(lines.get(lines.size() - 1).split(" ", 3)[1]);
  }

  private static long count(String where) throws SQLException {
    try (Connection portal = Trail.DATABASE.connect();
        Statement statement = portal.createStatement();
        var rows = statement.executeQuery("select count(*) from audit_entry where " + where)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection owner = Trail.DATABASE.connectAsOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
