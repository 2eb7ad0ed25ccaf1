package org.yuzuri.lender.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.KeySeen;

final class ConsoleWatchTest {

  private static final Duration PAUSE = Duration.ofMillis(10);

  private final FakeConsoles bmc = new FakeConsoles();
  private final List<KeySeen> seen = new CopyOnWriteArrayList<>();
  private final EnsureBoot boot = BootCommands.install().console("127.0.0.1:9611").build();
  private ConsoleWatch watch = at(BootCommands.NOW);
  private volatile boolean diskIsFull;

  private ConsoleWatch at(Instant now) {
    return at(now, Duration.ofMinutes(1));
  }

  private ConsoleWatch at(Instant now, Duration longestSilence) {
    return new ConsoleWatch(
        bmc::open, this::report, Clock.fixed(now, ZoneOffset.UTC), PAUSE, longestSilence);
  }

  private void report(AgentReport report) {
    if (diskIsFull) {
      throw new UncheckedIOException(new FileSystemException("reports"));
    }
    seen.add((KeySeen) report);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void consoleIsOpenWhenEnsureReturnsAndEachKeyIsReportedOnce() {
    watch.ensure(boot);
    assertThat(bmc.sessions()).hasSize(1);

    print(key(1) + key(1) + key(2) + key(1));

    await().until(() -> seen.size() == 2);
    assertThat(seen).extracting(report -> report.key().hex()).containsExactly(hex(1), hex(2));
    assertThat(seen).allMatch(report -> report.fence().equals(boot.fence()));
  }

  @Test
  void keyIsTheSameReportAfterARestartOfTheAgent() {
    watch.ensure(boot);
    print(key(1));
    await().until(() -> seen.size() == 1);
    watch.close();

    watch = at(BootCommands.NOW.plusSeconds(5));
    watch.resume(boot);
    await().until(() -> bmc.sessions().size() == 2);
    print(key(1) + key(2));

    await().until(() -> seen.size() == 3);
    assertThat(seen.get(1).reportId()).isEqualTo(seen.get(0).reportId());
    assertThat(seen.get(2).reportId()).isNotEqualTo(seen.get(0).reportId());
  }

  @Test
  void serverThatShowsKeysWithoutEndIsHeardSixteenTimes() {
    watch.ensure(boot);

    IntStream.rangeClosed(1, 500).forEach(n -> bmc.last().print("\n" + key(n)));
    bmc.last().close();

    await().until(() -> bmc.sessions().size() == 2);
    assertThat(seen).hasSize(SeenKeys.MOST_KEYS);
    assertThat(seen.get(15).key().hex()).isEqualTo(hex(16));
  }

  @Test
  void brokenSessionIsOpenedAgain() {
    watch.ensure(boot);
    bmc.dead(true);
    bmc.last().close();
    bmc.dead(false);

    await().until(() -> bmc.sessions().size() == 2);
    print(key(1));
    await().until(() -> seen.size() == 1);
  }

  @Test
  void sessionThatSomebodyElseTookSilentlyIsTakenBack() {
    watch = at(BootCommands.NOW, Duration.ofMillis(100));
    watch.ensure(boot);

    await().until(() -> bmc.sessions().size() >= 2);
    assertThat(bmc.sessions().get(0).isClosed()).isTrue();
    await()
        .untilAsserted(
            () -> {
              print(key(1));
              assertThat(seen).hasSize(1);
            });
  }

  @Test
  void consoleThatCannotBeOpenedFailsTheCommandAndIsLeftAlone() {
    bmc.dead(true);

    assertThatThrownBy(() -> watch.ensure(boot))
        .isInstanceOfSatisfying(
            CommandFailedException.class,
            e ->
                assertThat(e.outcome())
                    .isEqualTo(
                        new CommandOutcome.Failed(
                            "CONSOLE_NO_SESSION",
                            "console of BMC 127.0.0.1:9611: no session",
                            true)));
    bmc.dead(false);
    watch.ensure(boot);
    assertThat(bmc.sessions()).hasSize(1);
  }

  @Test
  void repeatedCommandKeepsItsSessionAndAnotherGetsItsOwn() {
    watch.ensure(boot);
    watch.ensure(boot);
    assertThat(bmc.sessions()).hasSize(1);

    EnsureBoot next =
        BootCommands.install().console("127.0.0.1:9611").token("z".repeat(43)).build();
    watch.ensure(next);
    assertThat(bmc.sessions()).hasSize(2);
    assertThat(bmc.sessions().get(0).isClosed()).isTrue();
    print(key(1));
    await().until(() -> seen.size() == 1);

    watch.ensure(BootCommands.install().token("y".repeat(43)).build());
    assertThat(bmc.last().isClosed()).isTrue();
    assertThat(bmc.sessions()).hasSize(2);
  }

  @Test
  void consoleIsReadNoMoreOnceTheBootIsWithdrawn() {
    watch.ensure(boot);
    watch.ensureNone(boot.mac());
    watch.ensureNone(boot.mac());

    assertThat(bmc.last().isClosed()).isTrue();
    assertThat(bmc.sessions()).hasSize(1);
  }

  @Test
  void consoleIsReadNoMoreOnceTheTokenHasDied() {
    watch = at(boot.tokenNotAfter().minusMillis(200));
    watch.ensure(boot);

    await().until(() -> bmc.last().isClosed());
    assertThat(bmc.sessions()).hasSize(1);
  }

  @Test
  void keyThatCannotBeKeptIsReportedWhenItIsShownAgain() {
    diskIsFull = true;
    watch.ensure(boot);
    print(key(1));
    await().until(() -> bmc.sessions().size() >= 2);
    diskIsFull = false;

    await()
        .untilAsserted(
            () -> {
              print(key(1));
              assertThat(seen).hasSize(1);
            });
  }

  // A session that has ended meanwhile takes no more.
  private void print(String text) {
    FakeConsoles.Session session = bmc.last();
    if (!session.isClosed()) {
      session.print("\r\n" + text);
    }
  }

  private static String key(int number) {
    return "YUZURI-KEY sha256:" + hex(number) + "\r\n";
  }

  private static String hex(int number) {
    return String.format("%064x", number);
  }
}
