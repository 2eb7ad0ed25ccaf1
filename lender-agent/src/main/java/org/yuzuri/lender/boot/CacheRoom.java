package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.wire.value.Sha256;

/** Keeps the cache below its limit: the files that were fetched longest ago go first. */
public final class CacheRoom {

  private static final Logger log = LoggerFactory.getLogger(CacheRoom.class);

  private final long mostBytes;
  private final Supplier<Collection<Sha256>> inUse;

  /** A file of the cache as it was when looked at. */
  private record Candidate(Path path, long sizeBytes, FileTime changed) {}

  public CacheRoom(long mostBytes, Supplier<Collection<Sha256>> inUse) {
    this.mostBytes = mostBytes;
    this.inUse = inUse;
  }

  /** Deletes unused files until the needed bytes fit, or none is left that may go. */
  synchronized void make(Path directory, long neededBytes) {
    Set<String> kept = new HashSet<>();
    inUse.get().forEach(sha256 -> kept.add(sha256.hex()));
    try {
      List<Candidate> files = candidates(directory);
      long used = files.stream().mapToLong(Candidate::sizeBytes).sum();
      for (Candidate file : files) {
        if (used + neededBytes <= mostBytes) {
          return;
        }
        if (!kept.contains(file.path().getFileName().toString())) {
          Files.deleteIfExists(file.path());
          used -= file.sizeBytes();
          log.info("{} leaves the cache", file.path().getFileName());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make room in " + directory, e);
    }
  }

  // Files that are being fetched (.part) are neither counted nor deleted.
  private static List<Candidate> candidates(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
          .map(CacheRoom::candidate)
          .sorted(Comparator.comparing(Candidate::changed))
          .toList();
    }
  }

  private static Candidate candidate(Path file) {
    try {
      return new Candidate(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + file, e);
    }
  }
}
