package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.portal.PortalUnavailableException;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.call.UnreadableCommand;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.CommandOutcome;
import org.yuzuri.wire.report.CommandReport;

final class CommandLoopTest {

  private static final CommandOutcome DONE = new CommandOutcome.Done(Map.of());
  private static final CommandOutcome RUNNING = new CommandOutcome.Running();

  @TempDir Path directory;

  private final ScriptedPortal portal = new ScriptedPortal();
  private final List<CommandReport> reports = new CopyOnWriteArrayList<>();
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
            new FenceFiles(directory.resolve("fences")),
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
    reports.add((CommandReport) report);
  }

  private List<CommandOutcome> outcomes(SequencedCommand command) {
    return reports.stream()
        .filter(report -> report.commandId().equals(command.command().id()))
        .map(CommandReport::outcome)
        .toList();
  }

  /** Gives out what it was given, in one answer; is away the first time. */
  private static final class ScriptedPortal implements CommandLoop.Source {

    private final List<SequencedCommand> commands = new ArrayList<>();
    private final List<UnreadableCommand> unreadable = new ArrayList<>();
    private boolean wasAsked;
    private boolean again;

    synchronized void giveOutAgain() {
      again = true;
    }

    void add(SequencedCommand command) {
      commands.add(command);
    }

    void unreadable(UnreadableCommand command) {
      unreadable.add(command);
    }

    @Override
    public synchronized CommandList commands(long after, Duration longestWait) {
      if (!wasAsked) {
        wasAsked = true;
        throw new PortalUnavailableException("starting", null);
      }
      List<SequencedCommand> open =
          commands.stream().filter(command -> command.sequence() > after).toList();
      if (again) {
        again = false;
        return new CommandList(commands, List.of());
      }
      if (open.isEmpty()) {
        idle();
      }
      return new CommandList(
          open, unreadable.stream().filter(command -> command.sequence() > after).toList());
    }

    private void idle() {
      try {
        var unused = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PortalUnavailableException("interrupted", e);
      }
    }
  }
}
