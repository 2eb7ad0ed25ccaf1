package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.CommandOutcome;

final class CommandJournalTest {

  @TempDir Path directory;

  @Test
  void unfinishedCommandsComeBackInOrderAfterARestart() {
    CommandJournal journal = new CommandJournal(directory);
    SequencedCommand first = Commands.of(1, 3);
    SequencedCommand second = Commands.of(2, 3);
    journal.begin(second);
    journal.begin(first);

    assertThat(new CommandJournal(directory).unfinished()).containsExactly(first, second);
  }

  @Test
  void endedCommandIsRememberedWithoutItsContent() throws IOException {
    CommandJournal journal = new CommandJournal(directory);
    SequencedCommand command = Commands.of(1, 3);
    CommandOutcome outcome = new CommandOutcome.Done(Map.of("was", "true"));

    journal.begin(command);
    journal.end(command.command().id(), outcome);

    CommandJournal later = new CommandJournal(directory);
    assertThat(later.unfinished()).isEmpty();
    assertThat(later.outcome(command.command().id())).contains(outcome);
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".begun"));
    }
  }

  @Test
  void killBetweenTheTwoFilesOfAnEndLosesNothing() {
    CommandJournal journal = new CommandJournal(directory);
    SequencedCommand command = Commands.of(1, 3);
    journal.begin(command);
    journal.end(command.command().id(), new CommandOutcome.Expired());
    journal.begin(command);

    assertThat(journal.unfinished()).isEmpty();
  }

  @Test
  void oldEndsAreForgotten() {
    CommandJournal journal = new CommandJournal(directory);
    SequencedCommand command = Commands.of(1, 3);
    journal.end(command.command().id(), new CommandOutcome.Expired());

    journal.forgetOld(Instant.now().plusSeconds(29L * 24 * 3600));
    assertThat(journal.outcome(command.command().id())).isPresent();
    journal.forgetOld(Instant.now().plusSeconds(31L * 24 * 3600));
    assertThat(journal.outcome(command.command().id())).isEmpty();
  }
}
