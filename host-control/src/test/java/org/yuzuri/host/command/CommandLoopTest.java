package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.call.UnreadableCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Hold;
import org.yuzuri.wire.value.KnownServer;

final class CommandLoopTest {

  private static final CommandOutcome DONE = new CommandOutcome.Done(Map.of());
  private static final CommandOutcome RUNNING = new CommandOutcome.Running();

  @TempDir Path directory;

  private final ScriptedPortal portal = new ScriptedPortal();
  private final List<CommandReport> reports = new CopyOnWriteArrayList<>();
  private final List<Known> known = new CopyOnWriteArrayList<>();
  private final PendingCommands pending = new PendingCommands();
  private final List<UUID> handled = new CopyOnWriteArrayList<>();
  private final List<CommandLoop> loops = new ArrayList<>();

  @AfterEach
  void stop() {
    loops.forEach(CommandLoop::close);
  }

  @Test
  void commandIsReportedRunningThenDone() {
    SequencedCommand command = Commands.of(1, 3);
    portal.add(command);

    start(any -> DONE);

    await().untilAsserted(() -> assertThat(outcomes(command)).containsExactly(RUNNING, DONE));
    assertThat(handled).containsExactly(command.command().id());
  }

  @Test
  void failureOfAHandlerIsAnOutcomeAndTheLoopGoesOn() {
    SequencedCommand bad = Commands.of(1, 3);
    SequencedCommand bug = Commands.of(2, 3);
    SequencedCommand good = Commands.of(3, 3);
    List.of(bad, bug, good).forEach(portal::add);

    start(
        id -> {
          if (id.equals(bad.command().id())) {
            throw new CommandFailedException("NO_LUCK", "none left", true, null);
          }
          if (id.equals(bug.command().id())) {
            throw new IllegalStateException("surprise");
          }
          return DONE;
        });

    await().untilAsserted(() -> assertThat(outcomes(good)).contains(DONE));
    assertThat(outcomes(bad)).contains(new CommandOutcome.Failed("NO_LUCK", "none left", true));
    assertThat(outcomes(bug).get(1))
        .isInstanceOfSatisfying(
            CommandOutcome.Failed.class, failed -> assertThat(failed.code()).isEqualTo("INTERNAL"));
  }

  @Test
  void lateCommandIsNotBegun() {
    SequencedCommand late = Commands.of(1, 3, 1, Commands.NOW.minusMillis(1));
    portal.add(late);

    start(any -> DONE);

    await()
        .untilAsserted(
            () ->
                assertThat(outcomes(late)).containsExactly(RUNNING, new CommandOutcome.Expired()));
    assertThat(handled).isEmpty();
  }

  @Test
  void commandOfALowerGenerationIsFenced() {
    SequencedCommand newer = Commands.of(1, 3, 5, Commands.NOW.plusSeconds(60));
    SequencedCommand older = Commands.of(2, 3, 4, Commands.NOW.plusSeconds(60));
    portal.add(newer);
    portal.add(older);

    start(any -> DONE);

    await().untilAsserted(() -> assertThat(outcomes(older)).hasSize(2));
    assertThat(outcomes(older).get(1))
        .isEqualTo(
            new CommandOutcome.Failed(
                "FENCED", "generation of server 3 is 4, expected at least 5", false));
    assertThat(handled).containsExactly(newer.command().id());
  }

  @Test
  void commandOfTheSameGenerationForAnotherLeaseIsFenced() {
    SequencedCommand lease7 = Commands.of(1, 3, 5, Commands.NOW.plusSeconds(60));
    SequencedCommand lease8 = Commands.ofLease(2, 3, 8, 5);
    portal.add(lease7);
    portal.add(lease8);

    start(any -> DONE);

    await().untilAsserted(() -> assertThat(outcomes(lease8)).hasSize(2));
    assertThat(outcomes(lease8).get(1))
        .isEqualTo(
            new CommandOutcome.Failed(
                "FENCED",
                "generation of server 3 is 5 of lease 8, expected lease 7 or a higher generation",
                false));
    assertThat(handled).containsExactly(lease7.command().id());
  }

  @Test
  void afterThePortalWasRestoredItIsToldWhatIsKnownAndLowerSequencesAreTaken() {
    SequencedCommand before = Commands.of(500, 3, 5, Commands.NOW.plusSeconds(60));
    portal.add(before);
    start(any -> DONE);
    await().untilAsserted(() -> assertThat(outcomes(before)).contains(DONE));
    assertThat(known).singleElement().extracting(Known::epoch).isEqualTo(0L);
    SequencedCommand after =
        Commands.of(2, 3, Fence.firstGeneration(9), Commands.NOW.plusSeconds(60));

    portal.restored(9, after);

    await().untilAsserted(() -> assertThat(outcomes(after)).contains(DONE));
    assertThat(known).hasSize(2);
    assertThat(known.get(1).epoch()).isEqualTo(9);
    assertThat(known.get(1).servers())
        .containsExactly(
            new KnownServer(3, 7, 5, Set.of()), new KnownServer(9, 0, 0, Set.of(Hold.GRANTS)));
  }

  @Test
  void nothingIsTakenFromAPortalOfAnOlderEpochAlsoAfterARestart() {
    SequencedCommand first = Commands.of(1, 3);
    portal.restored(9, first);
    CommandLoop loop = start(any -> DONE);
    await().untilAsserted(() -> assertThat(outcomes(first)).contains(DONE));
    loop.close();
    handled.clear();
    SequencedCommand old = Commands.of(2, 4);
    portal.restored(8, old);
    start(any -> DONE);
    int asked = portal.asked();
    await().until(() -> portal.asked() > asked + 1);
    assertThat(outcomes(old)).isEmpty();
    SequencedCommand next = Commands.of(3, 5);

    portal.restored(10, next);

    await().untilAsserted(() -> assertThat(outcomes(next)).contains(DONE));
    assertThat(handled).containsExactly(next.command().id());
  }

  @Test
  void commandThatWasBegunBeforeAKillIsGoneOnWithFirst() {
    SequencedCommand begun = Commands.of(1, 3);
    SequencedCommand next = Commands.of(2, 3);
    new CommandJournal(directory.resolve("journal")).begin(begun);
    portal.add(begun);
    portal.add(next);

    start(any -> DONE);

    await().untilAsserted(() -> assertThat(outcomes(next)).contains(DONE));
    assertThat(handled).containsExactly(begun.command().id(), next.command().id());
  }

  @Test
  void commandThatEndedBeforeAKillIsOnlyReportedAgain() {
    SequencedCommand ended = Commands.of(1, 3);
    new CommandJournal(directory.resolve("journal")).end(ended.command().id(), DONE);
    portal.add(ended);

    start(any -> new CommandOutcome.Unknown());

    await().untilAsserted(() -> assertThat(outcomes(ended)).containsExactly(DONE));
    assertThat(handled).isEmpty();
  }

  @Test
  void reportMadeAgainIsTheSameReport() {
    SequencedCommand command = Commands.of(1, 3);
    portal.add(command);
    start(any -> DONE);
    await().untilAsserted(() -> assertThat(outcomes(command)).contains(DONE));
    UUID first = reports.get(1).reportId();
    loops.forEach(CommandLoop::close);
    reports.clear();

    start(any -> DONE);

    await().untilAsserted(() -> assertThat(reports).hasSize(1));
    assertThat(reports.get(0).reportId()).isEqualTo(first);
  }

  @Test
  void unreadableCommandIsAnsweredAndDoesNotHoldUpTheNext() {
    UUID id = UUID.randomUUID();
    SequencedCommand next = Commands.of(2, 3);
    portal.unreadable(new UnreadableCommand(1, id, "unknown type EnsureTea"));
    portal.add(next);

    start(any -> DONE);

    await().untilAsserted(() -> assertThat(outcomes(next)).contains(DONE));
    assertThat(reports)
        .anySatisfy(
            report -> {
              assertThat(report.commandId()).isEqualTo(id);
              assertThat(report.outcome())
                  .isEqualTo(
                      new CommandOutcome.Failed("MALFORMED", "unknown type EnsureTea", false));
            });
  }

  @Test
  void longCommandLearnsThatItWasOvertaken() {
    SequencedCommand slow = Commands.of(1, 3);
    SequencedCommand cancel = Commands.of(2, 3, 2, Commands.NOW.plusSeconds(60));
    portal.add(slow);
    portal.add(cancel);
    CommandOutcome overtaken = new CommandOutcome.Failed("OVERTAKEN", "no longer wanted", false);

    start(
        id -> {
          if (id.equals(cancel.command().id())) {
            return DONE;
          }
          await().until(() -> pending.isOvertaken(slow.command()));
          return overtaken;
        });

    await().untilAsserted(() -> assertThat(outcomes(cancel)).containsExactly(RUNNING, DONE));
    assertThat(outcomes(slow)).containsExactly(RUNNING, overtaken);
  }

  @Test
  void commandThatIsGivenOutAgainWhileItRunsIsNotBegunAgain() {
    SequencedCommand slow = Commands.of(1, 3);
    new CommandJournal(directory.resolve("journal")).begin(slow);
    portal.add(slow);
    SequencedCommand next = Commands.of(2, 4);
    portal.add(next);
    CountDownLatch nextEnded = new CountDownLatch(1);

    start(
        id -> {
          if (id.equals(slow.command().id())) {
            await().until(() -> nextEnded.getCount() == 0);
          } else {
            nextEnded.countDown();
          }
          return DONE;
        });

    await().untilAsserted(() -> assertThat(outcomes(slow)).containsExactly(RUNNING, DONE));
    assertThat(handled).containsOnlyOnce(slow.command().id(), next.command().id());
  }

  @Test
  void endedCommandsAreKeptByTheJournalOnly() {
    List<SequencedCommand> commands =
        IntStream.range(1, 100).mapToObj(i -> Commands.of(i, i)).toList();
    commands.forEach(portal::add);

    start(any -> DONE);

    await().untilAsserted(() -> assertThat(reports).hasSize(2 * commands.size()));
    await().until(pending::isEmpty);
    portal.giveOutAgain();
    await().untilAsserted(() -> assertThat(reports).hasSize(3 * commands.size()));
    assertThat(handled).hasSize(commands.size());
  }

  @Test
  void stoppingLeavesTheRunningCommandUnfinished() {
    SequencedCommand command = Commands.of(1, 3);
    portal.add(command);
    CountDownLatch never = new CountDownLatch(1);
    CommandLoop loop =
        start(
            any -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return DONE;
            });
    await().untilAsserted(() -> assertThat(handled).hasSize(1));

    loop.close();

    CommandJournal journal = new CommandJournal(directory.resolve("journal"));
    assertThat(journal.unfinished()).containsExactly(command);
    assertThat(outcomes(command)).containsExactly(RUNNING);
  }

  private CommandLoop start(Function<UUID, CommandOutcome> handler) {
    CommandLoop loop =
        new CommandLoop(
            portal,
            new CommandJournal(directory.resolve("journal")),
            new Knowledge(
                new FenceFiles(directory.resolve("fences")), () -> Map.of(9L, Set.of(Hold.GRANTS))),
            command -> {
              handled.add(command.id());
              return handler.apply(command.id());
            },
            this::keep,
            Clock.fixed(Commands.NOW, ZoneOffset.UTC),
            pending);
    loops.add(loop);
    loop.start();
    return loop;
  }

  private void keep(AgentReport report) {
    if (report instanceof Known told) {
      known.add(told);
    } else {
      reports.add((CommandReport) report);
    }
  }

  private List<CommandOutcome> outcomes(SequencedCommand command) {
    return reports.stream()
        .filter(report -> report.commandId().equals(command.command().id()))
        .map(CommandReport::outcome)
        .toList();
  }
}
