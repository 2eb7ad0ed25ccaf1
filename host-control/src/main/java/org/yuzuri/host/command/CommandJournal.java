package org.yuzuri.host.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.CommandOutcome;

/**
 * Which commands were begun and how they ended, on disk: {@code ID.begun} holds the command (with
 * its secrets, so it is for the daemon only, and goes when the command ends), {@code ID.ended} its
 * outcome. Each file is forced to disk before the call returns.
 */
public final class CommandJournal {

  private static final Logger log = LoggerFactory.getLogger(CommandJournal.class);
  private static final Duration KEPT = Duration.ofDays(30);

  private final WireCodec codec = new WireCodec();
  private final Path directory;

  public CommandJournal(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  /** Writes the command down before it is begun. */
  public void begin(SequencedCommand command) {
    AtomicFiles.replacePrivate(
        begun(command.command().id()), codec.encodeCommands(0, List.of(command)));
  }

  /** Writes the command's end down; from now on it is never begun again. */
  public void end(UUID id, CommandOutcome outcome) {
    AtomicFiles.replacePrivate(ended(id), codec.encode(outcome));
    AtomicFiles.delete(begun(id));
  }

  /** How the command ended, if it did. */
  public Optional<CommandOutcome> outcome(UUID id) {
    Path file = ended(id);
    return Files.exists(file)
        ? Optional.of(codec.decode(read(file), CommandOutcome.class))
        : Optional.empty();
  }

  /** Commands that were begun and did not end, by their sequence. */
  public List<SequencedCommand> unfinished() {
    List<SequencedCommand> found = new ArrayList<>();
    for (Path file : list(".begun")) {
      try {
        found.addAll(codec.decodeCommands(read(file)).commands());
      } catch (MalformedMessageException e) {
        log.error("{} is no command and is left alone: {}", file, e.getMessage());
      }
    }
    found.removeIf(command -> outcome(command.command().id()).isPresent());
    found.sort(Comparator.comparingLong(SequencedCommand::sequence));
    return found;
  }

  /** Forgets the ends of commands that are older than 30 days: the portal has them long since. */
  public void forgetOld(Instant now) {
    for (Path file : list(".ended")) {
      try {
        if (Files.getLastModifiedTime(file).compareTo(FileTime.from(now.minus(KEPT))) < 0) {
          AtomicFiles.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look at " + file, e);
      }
    }
  }

  private List<Path> list(String suffix) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private Path begun(UUID id) {
    return directory.resolve(id + ".begun");
  }

  private Path ended(UUID id) {
    return directory.resolve(id + ".ended");
  }
}
