package org.yuzuri.portal.audit.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.CheckpointFile;
import org.yuzuri.portal.audit.chain.TrailEnd;
import org.yuzuri.portal.audit.seal.AuditKeeper;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.secret.SecurityDirectory;

/** What {@code bin/audit-verify} says and how it exits. */
class AuditVerifyIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @TempDir Path directory;

  @BeforeEach
  void keepTheTrail() {
    System.setProperty("yuzuri.audit.directory", directory.toString());
    for (int i = 0; i < 3; i++) {
      database.newTenant("Verify");
      database.asPortal(
          w -> {
            w.get(AuditKeeper.class).seal();
            return null;
          });
    }
  }

  @Test
  void trailInOrderIsSaidSo() {
    assertThat(run()).isZero();
    assertThat(said()).matches("audit-verify: [0-9]+ sealed entries are in order\n");
  }

  @Test
  void firstFaultIsPrinted() throws IOException {
    Path file = directory.resolve("checkpoints");
    List<String> lines = Files.readAllLines(file);
    lines.set(1, lines.get(1).replaceFirst("2 ", "2 9"));
    Files.write(file, lines);

    assertThat(run()).isEqualTo(1);
    assertThat(said())
        .startsWith("audit-verify: line 2 of checkpoint file " + file + " does not fit: changed,")
        .endsWith("in order before: 0 sealed entries\n");
  }

  @Test
  void restoredTrailIsAcceptedWithAReason() throws IOException {
    run();
    long last = Long.parseLong(said().replaceAll("[^0-9]", ""));
    AuditKeys keys = AuditKeys.read(SecurityDirectory.file(AuditKeys.FILE));
    new CheckpointFile(directory)
        .append(new TrailEnd(last + 5, "1:lost"), database.clock().instant(), "", keys);
    assertThat(run()).isEqualTo(1);
    assertThat(said()).contains("cut off, or an older database was restored");

    assertThat(run("accept", "backup of", "Monday")).isZero();
    assertThat(said()).contains("accepts that the trail ends at entry number " + last);

    assertThat(run()).isZero();
    assertThat(Files.readString(directory.resolve("checkpoints"))).endsWith(" backup of Monday\n");
  }

  @Test
  void whatCannotBeCheckedIsNotCalledWrong() {
    assertThat(run("--keys", directory.resolve("none").toString())).isEqualTo(2);
    assertThat(said()).contains("none");
    assertThat(run("--key", "x")).isEqualTo(2);
    assertThat(said()).contains("--key,", "--keys or --checkpoints");
    assertThat(run("accept")).isEqualTo(2);
    assertThat(said()).contains("a reason behind accept");
    assertThat(run("frobnicate")).isEqualTo(2);
    Map<String, String> elsewhere = new HashMap<>(environment());
    elsewhere.put("PORTAL_DB_PASSWORD", "wrong");
    assertThat(run(elsewhere)).isEqualTo(2);
    assertThat(said()).contains("Access denied");
  }

  @Test
  void newKeyIsAddedToTheFile() throws IOException {
    Path keys = directory.resolve("own.keys");
    AuditKeys.make(keys);

    assertThat(run("--keys", keys.toString(), "new-key")).isZero();

    assertThat(said()).contains("key 2 is in use; copy " + keys + " to every node");
    assertThat(Files.readAllLines(keys)).hasSize(2).last().asString().startsWith("2 ");
    assertThat(Files.getPosixFilePermissions(keys)).hasSize(2);
  }

  private int run(String... arguments) {
    return run(environment(), arguments);
  }

  private int run(Map<String, String> environment, String... arguments) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new AuditVerify(environment, out, out, database.clock()).run(List.of(arguments));
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(database.environment());
    all.put(
        "YUZURI_SECURITY_DIRECTORY",
        SecurityDirectory.file(AuditKeys.FILE).toAbsolutePath().getParent().toString());
    all.put("YUZURI_AUDIT_DIRECTORY", directory.toString());
    return all;
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
