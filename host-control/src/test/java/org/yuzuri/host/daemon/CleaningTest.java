package org.yuzuri.host.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.command.CommandJournal;
import org.yuzuri.wire.command.CommandOutcome;

/** What a daemon forgets while it runs. */
final class CleaningTest {

  private static final Duration OFTEN = Duration.ofMillis(10);
  private static final UUID COMMAND = UUID.fromString("0b0c7c1e-5b59-4a53-9a7c-5d7c3b1f0001");

  @TempDir Path directory;

  private final List<Cleaning> running = new ArrayList<>();

  @AfterEach
  void stop() {
    running.forEach(Cleaning::close);
  }

  @Test
  void oldEndsOfCommandsGoWhileTheDaemonRunsAndYoungOnesStay() throws InterruptedException {
    CommandJournal journal = new CommandJournal(directory);
    journal.end(COMMAND, new CommandOutcome.Expired());
    CountDownLatch rounds = new CountDownLatch(3);

    clean(Clock.systemUTC(), List.of(journal::forgetOld, now -> rounds.countDown()));
    assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(journal.outcome(COMMAND)).isPresent();

    clean(Clock.offset(Clock.systemUTC(), Duration.ofDays(31)), List.of(journal::forgetOld));
    await().untilAsserted(() -> assertThat(journal.outcome(COMMAND)).isEmpty());
  }

  @Test
  void placeThatCannotBeCleanedStopsNeitherTheOthersNorTheTimer() throws InterruptedException {
    CountDownLatch rounds = new CountDownLatch(3);

    clean(Clock.systemUTC(), List.of(CleaningTest::broken, now -> rounds.countDown()));

    assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private void clean(Clock clock, List<Consumer<Instant>> places) {
    running.add(new Cleaning(places, OFTEN, clock));
  }

  private static void broken(Instant now) {
    throw new IllegalStateException("on purpose at " + now);
  }
}
