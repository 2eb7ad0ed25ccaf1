package org.yuzuri.portal.image.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds files in the store that nothing wants, and removes them when nothing has wanted them for a
 * day: since when is the time of an empty file of the same name below {@code unwanted}. So a
 * transfer that runs keeps a file that its image has lost meanwhile, and an upload of the same
 * content may come at any time: what arrived after it was noted is not removed.
 */
final class StoreSweep {

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Path root;
  private final Path notes;
  private final Instant now;

  /**
   * A sweep at one moment.
   *
   * @param notes a directory right below the store's root
   */
  StoreSweep(Path notes, Instant now) {
    this.root = Objects.requireNonNull(notes.getParent(), "root");
    this.notes = notes;
    this.now = now;
  }

  /**
   * Removes and notes.
   *
   * @param wanted asked after the files were listed, so that none that came meanwhile is missed
   * @return how many files were removed
   */
  int run(Supplier<Set<String>> wanted) throws IOException {
    List<Path> stored = stored();
    Set<String> hashes = wanted.get();
    int removed = 0;
    for (Path file : stored) {
      Path note = notes.resolve(file.getFileName().toString());
      if (hashes.contains(file.getFileName().toString())) {
        Files.deleteIfExists(note);
      } else if (isUnwantedForLong(file, note)) {
        removed += Files.deleteIfExists(file) ? 1 : 0;
        Files.deleteIfExists(note);
      }
    }
    return removed + removeBrokenOff();
  }

  private List<Path> stored() throws IOException {
    try (Stream<Path> files = Files.walk(root, 2)) {
      return files
          .filter(file -> HASH.matcher(file.getFileName().toString()).matches())
          .filter(file -> !file.startsWith(notes))
          .toList();
    }
  }

  private boolean isUnwantedForLong(Path file, Path note) throws IOException {
    Instant since = since(note);
    if (since == null || modified(file).isAfter(since)) {
      note(note);
      return false;
    }
    return !since.plus(KEPT).isAfter(now);
  }

  private static @Nullable Instant since(Path note) throws IOException {
    return Files.exists(note) ? modified(note) : null;
  }

  private void note(Path note) throws IOException {
    Files.createDirectories(notes);
    if (!Files.exists(note)) {
      Files.createFile(note);
    }
    Files.setLastModifiedTime(note, FileTime.from(now));
  }

  /** What uploads left that ended with the portal. */
  private int removeBrokenOff() throws IOException {
    Path arriving = root.resolve("arriving");
    if (!Files.isDirectory(arriving)) {
      return 0;
    }
    int removed = 0;
    try (Stream<Path> files = Files.list(arriving)) {
      for (Path file : files.toList()) {
        if (!modified(file).plus(KEPT).isAfter(now)) {
          removed += Files.deleteIfExists(file) ? 1 : 0;
        }
      }
    }
    return removed;
  }

  /** One that is gone meanwhile is as new as can be. */
  private static Instant modified(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (NoSuchFileException gone) {
      return Instant.MAX.minus(KEPT);
    }
  }
}
