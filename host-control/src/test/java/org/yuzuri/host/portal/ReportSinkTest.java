package org.yuzuri.host.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.call.ReportsAccepted;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.value.Fence;

final class ReportSinkTest {

  private static final Duration ASKED = Duration.ofMillis(700);

  @TempDir Path directory;

  private final List<AgentReport> received = new CopyOnWriteArrayList<>();

  @Test
  void reportsArriveInOrderAndLeaveTheDisk() throws IOException {
    try (ReportSink sink = new ReportSink(new ReportSpool(directory), this::accept)) {
      sink.start();

      List<AgentReport> sent = List.of(log(1), log(2), log(3));
      sent.forEach(sink::add);

      await().untilAsserted(() -> assertThat(received).containsExactlyElementsOf(sent));
      await().untilAsserted(() -> assertThat(filesLeft()).isZero());
    }
  }

  @Test
  void reportIsRepeatedUntilThePortalAnswers() {
    AtomicInteger attempts = new AtomicInteger();
    ReportSink.Receiver flaky =
        reports -> {
          if (attempts.incrementAndGet() < 3) {
            throw new PortalUnavailableException("down", null);
          }
          return accept(reports);
        };
    try (ReportSink sink = new ReportSink(new ReportSpool(directory), flaky)) {
      sink.start();

      sink.add(log(1));

      await().untilAsserted(() -> assertThat(received).hasSize(1));
      assertThat(attempts).hasValue(3);
    }
  }

  @Test
  void reportsOfAnEarlierRunGoFirst() {
    ReportSpool before = new ReportSpool(directory);
    AgentReport early = log(1);
    before.add(early);

    try (ReportSink sink = new ReportSink(new ReportSpool(directory), this::accept)) {
      AgentReport late = log(2);
      sink.add(late);
      sink.start();

      await().untilAsserted(() -> assertThat(received).containsExactly(early, late));
    }
  }

  @Test
  void reportThatThePortalCannotReadIsSetAsideAndTheOthersArrive() {
    AgentReport poison = log(2);
    ReportSink.Receiver strict =
        reports -> {
          if (reports.contains(poison)) {
            throw new PortalRefusedException(new Problem(400, "MALFORMED", "no"));
          }
          return accept(reports);
        };
    ReportSpool spool = new ReportSpool(directory);
    AgentReport first = log(1);
    AgentReport last = log(3);
    List.of(first, poison, last).forEach(spool::add);

    try (ReportSink sink = new ReportSink(spool, strict)) {
      sink.start();

      await().untilAsserted(() -> assertThat(received).containsExactly(first, last));
      await()
          .untilAsserted(() -> assertThat(directory.resolve("refused").toFile().list()).hasSize(1));
    }
  }

  @Test
  void reportsThatThePortalFailsOnAreSetAsideAndTheOthersArriveInOrder() throws IOException {
    Set<UUID> poison = new HashSet<>();
    ReportSpool spool = new ReportSpool(directory);
    for (int i = 0; i < 60; i++) {
      AgentReport failing = log(i);
      poison.add(failing.reportId());
      spool.add(failing);
    }
    List<AgentReport> others = List.of(log(61), log(62), log(63));
    others.forEach(spool::add);
    Map<UUID, Integer> tries = new ConcurrentHashMap<>();
    ReportSink.Receiver failing =
        reports -> {
          reports.forEach(report -> tries.merge(report.reportId(), 1, Integer::sum));
          return accept(
              reports.stream().filter(report -> !poison.contains(report.reportId())).toList());
        };

    try (ReportSink sink = new ReportSink(spool, failing, Duration.ofMillis(20))) {
      sink.start();
      await().untilAsserted(() -> assertThat(spool.isEmpty()).isTrue());
      AgentReport late = log(64);
      sink.add(late);
      await().untilAsserted(() -> assertThat(received).endsWith(late));
    }

    assertThat(received).startsWith(others.toArray(AgentReport[]::new));
    assertThat(poison).allSatisfy(id -> assertThat(tries).containsEntry(id, 3));
    assertThat(directory.resolve("refused").toFile().list()).hasSize(60);
  }

  @Test
  void reportWhoseTroubleEndsIsNotSetAside() {
    AtomicInteger attempts = new AtomicInteger();
    ReportSink.Receiver troubled =
        reports ->
            attempts.incrementAndGet() < 3 ? new ReportsAccepted(List.of()) : accept(reports);
    try (ReportSink sink =
        new ReportSink(new ReportSpool(directory), troubled, Duration.ofMillis(20))) {
      sink.start();

      AgentReport report = log(1);
      sink.add(report);

      await().untilAsserted(() -> assertThat(received).containsExactly(report));
    }
    assertThat(directory.resolve("refused").toFile().list()).isEmpty();
  }

  @Test
  void portalThatIsAwayIsNoTry() {
    AtomicInteger attempts = new AtomicInteger();
    ReportSink.Receiver away =
        reports -> {
          if (attempts.incrementAndGet() < 4) {
            throw new PortalUnavailableException("down", null);
          }
          return attempts.get() < 6 ? new ReportsAccepted(List.of()) : accept(reports);
        };
    try (ReportSink sink =
        new ReportSink(new ReportSpool(directory), away, Duration.ofMillis(20))) {
      sink.start();

      sink.add(log(1));

      await().untilAsserted(() -> assertThat(received).hasSize(1));
    }
  }

  @Test
  void sinkThatIsSlowedDownWaitsAsLongAsThePortalAsksAndLosesNothing() {
    List<Long> calls = new CopyOnWriteArrayList<>();
    ReportSink.Receiver slowing =
        reports -> {
          calls.add(System.nanoTime());
          if (calls.size() < 3) {
            throw new PortalUnavailableException("429 TOO_MANY_REPORTS", null, ASKED);
          }
          return accept(reports);
        };
    try (ReportSink sink = new ReportSink(new ReportSpool(directory), slowing)) {
      sink.start();

      AgentReport report = log(1);
      sink.add(report);

      await().untilAsserted(() -> assertThat(received).containsExactly(report));
    }
    assertThat(calls).hasSize(3);
    assertThat(Duration.ofNanos(calls.get(1) - calls.get(0))).isGreaterThanOrEqualTo(ASKED);
    assertThat(Duration.ofNanos(calls.get(2) - calls.get(1))).isGreaterThanOrEqualTo(ASKED);
  }

  @Test
  void tooManyAtOnceGoSinglyAndTheOneThatIsTooLargeIsSetAside() {
    AgentReport large = log(2);
    ReportSink.Receiver narrow =
        reports -> {
          if (reports.size() > 1 || reports.contains(large)) {
            throw new PortalRefusedException(new Problem(413, "TOO_MANY_AT_ONCE", "no"));
          }
          return accept(reports);
        };
    ReportSpool spool = new ReportSpool(directory);
    AgentReport first = log(1);
    AgentReport last = log(3);
    List.of(first, large, last).forEach(spool::add);

    try (ReportSink sink = new ReportSink(spool, narrow)) {
      sink.start();

      await().untilAsserted(() -> assertThat(received).containsExactly(first, last));
      await().untilAsserted(() -> assertThat(spool.isEmpty()).isTrue());
    }
    assertThat(directory.resolve("refused").toFile().list()).hasSize(1);
  }

  @Test
  void reportThatTheNextMakesWorthlessIsAddedOnlyWhenNoneWaits() {
    ReportSpool spool = new ReportSpool(directory);
    try (ReportSink sink = new ReportSink(spool, this::accept)) {
      sink.addIfIdle(log(1));
      sink.addIfIdle(log(2));
    }

    assertThat(spool.size()).isEqualTo(1);
  }

  private ReportsAccepted accept(List<AgentReport> reports) {
    received.addAll(reports);
    return new ReportsAccepted(reports.stream().map(AgentReport::reportId).toList());
  }

  private long filesLeft() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private static AgentReport log(long sequence) {
    return new InstallerLog(
        UUID.randomUUID(), Instant.EPOCH, new Fence(3, 7, 1), sequence, "text", null);
  }
}
