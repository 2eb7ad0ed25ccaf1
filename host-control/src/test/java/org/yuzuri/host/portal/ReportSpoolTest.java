package org.yuzuri.host.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.value.Fence;

final class ReportSpoolTest {

  private static final Fence LOUD = new Fence(3, 7, 1);
  private static final Fence QUIET = new Fence(4, 8, 1);

  @TempDir Path directory;

  @Test
  void batchIsBoundedInNumberAndBytesButNeverEmpty() {
    ReportSpool spool = new ReportSpool(directory);
    List.of(log(QUIET, 1), log(QUIET, 2), log(QUIET, 3)).forEach(spool::add);

    assertThat(spool.oldest(2, 1_000_000, none -> false)).hasSize(2);
    assertThat(spool.oldest(9, 1, none -> false)).hasSize(1);
    assertThat(new ReportSpool(directory).oldest(9, 400, none -> false)).hasSize(2);
  }

  @Test
  void tooLongALogLosesItsBeginningAndSaysSo() {
    ReportSpool spool = new ReportSpool(directory, new LogQuota(5 * 4096, 100 * 4096));
    for (int i = 1; i <= 20; i++) {
      spool.add(log(LOUD, i));
    }

    assertThat(texts(spool))
        .containsExactly(ReportSpool.GAP, "line 17", "line 18", "line 19", "line 20");
    assertThat(texts(new ReportSpool(directory))).isEqualTo(texts(spool));
  }

  @Test
  void gapIsSaidAgainWhereMoreIsDroppedLater() {
    ReportSpool spool = new ReportSpool(directory, new LogQuota(3 * 4096, 100 * 4096));
    for (int i = 1; i <= 5; i++) {
      spool.add(log(LOUD, i));
    }
    spool.remove(all(spool).get(0));
    for (int i = 6; i <= 8; i++) {
      spool.add(log(LOUD, i));
    }

    assertThat(texts(spool)).containsExactly(ReportSpool.GAP, "line 7", "line 8");
  }

  @Test
  void oneServersLogDoesNotCrowdOutAnothers() {
    ReportSpool spool = new ReportSpool(directory, new LogQuota(100 * 4096, 10 * 4096));
    spool.add(log(QUIET, 1));
    spool.add(log(QUIET, 2));
    for (int i = 1; i <= 50; i++) {
      spool.add(log(LOUD, i));
    }

    assertThat(all(spool)).hasSize(10);
    assertThat(all(spool)).filteredOn(report -> QUIET.equals(report.log())).hasSize(2);
  }

  @Test
  void onlyLogsAreDropped() {
    ReportSpool spool = new ReportSpool(directory, new LogQuota(4096, 4096));
    for (int i = 1; i <= 20; i++) {
      spool.add(
          new Beat(
              UUID.randomUUID(), Instant.EPOCH, LOUD, i, BeatPhase.PACKAGES, null, "bash", null));
    }

    assertThat(all(spool)).hasSize(20);
  }

  @Test
  void quotaHoldsOverARestart() {
    ReportSpool before = new ReportSpool(directory);
    for (int i = 1; i <= 5; i++) {
      before.add(log(LOUD, i));
    }

    ReportSpool after = new ReportSpool(directory, new LogQuota(3 * 4096, 100 * 4096));
    after.add(log(LOUD, 6));

    assertThat(texts(after)).containsExactly(ReportSpool.GAP, "line 5", "line 6");
  }

  @Test
  void fileThatIsNoReportIsSetAsideWhenItsTurnComes() throws IOException {
    Files.writeString(directory.resolve("0000000000000001.json"), "{");
    ReportSpool spool = new ReportSpool(directory);
    spool.add(log(QUIET, 2));

    assertThat(texts(spool)).containsExactly("line 2");
    assertThat(directory.resolve("refused").toFile().list()).hasSize(1);
  }

  @Test
  void twentyThousandLogsFitASmallHeap() throws IOException, InterruptedException {
    new ReportSpool(directory)
        .add(
            new InstallerLog(
                UUID.randomUUID(),
                Instant.EPOCH,
                LOUD,
                1,
                "x".repeat(InstallerLog.LONGEST_TEXT),
                null));
    Path first = directory.resolve("0000000000000001.log-3-7-1.json");
    for (int number = 2; number <= 20_000; number++) {
      Files.createLink(directory.resolve(String.format("%016d.log-3-7-1.json", number)), first);
    }

    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-cp",
                System.getProperty("java.class.path"),
                SpoolReader.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(reader.waitFor()).as(said).isZero();
    assertThat(said).contains("20000 wait, 15 read");
  }

  /** Opens the spool of a directory and reads the first batch, in a JVM of its own. */
  static final class SpoolReader {
    public static void main(String[] arguments) {
      ReportSpool spool = new ReportSpool(Path.of(arguments[0]));
      long read =
          spool.oldest(50, 1 << 20, none -> false).stream()
              .flatMap(report -> spool.read(report).stream())
              .count();
      System.out.println(spool.size() + " wait, " + read + " read");
    }
  }

  private static List<SpooledReport> all(ReportSpool spool) {
    return spool.oldest(Integer.MAX_VALUE, Long.MAX_VALUE, none -> false);
  }

  private static List<String> texts(ReportSpool spool) {
    return all(spool).stream()
        .flatMap(report -> spool.read(report).stream())
        .map(report -> ((InstallerLog) report).text())
        .toList();
  }

  private static AgentReport log(Fence fence, long sequence) {
    return new InstallerLog(
        UUID.randomUUID(), Instant.EPOCH, fence, sequence, "line " + sequence, null);
  }
}
