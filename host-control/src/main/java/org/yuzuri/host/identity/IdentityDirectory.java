package org.yuzuri.host.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yuzuri.host.AtomicFiles;

/**
 * The daemon's identities in its state directory: {@code identity} itself holds that of the
 * enrolment, {@code identity/2}, {@code identity/3} … hold the renewed ones. The newest that is
 * whole counts, so one file's appearance changes keys and certificates together.
 */
public final class IdentityDirectory {

  private static final int ENROLLED = 1;

  private final Path directory;

  public IdentityDirectory(Path stateDirectory) {
    this.directory = stateDirectory.resolve("identity");
  }

  /** The set that the enrolment makes. */
  public IdentitySet enrolled() {
    return set(ENROLLED);
  }

  /** The daemon's identity; empty before its enrolment. */
  public Optional<DaemonIdentity> find() {
    return Optional.ofNullable(whole().lastEntry()).map(newest -> newest.getValue().identity());
  }

  /** The set that a renewal makes: the same one until it is whole. */
  public IdentitySet next() {
    return set(whole().lastKey() + 1);
  }

  /** Removes all sets that are older than the daemon's identity. */
  public void forgetOlder() {
    NavigableMap<Integer, IdentitySet> all = all();
    all.headMap(whole().lastKey()).forEach(this::delete);
  }

  private void delete(int number, IdentitySet set) {
    set.delete();
    if (number != ENROLLED) {
      AtomicFiles.delete(set.directory());
    }
  }

  private NavigableMap<Integer, IdentitySet> whole() {
    NavigableMap<Integer, IdentitySet> sets = all();
    sets.values().removeIf(set -> !set.isWhole());
    return sets;
  }

  private NavigableMap<Integer, IdentitySet> all() {
    NavigableMap<Integer, IdentitySet> sets = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      sets.put(ENROLLED, enrolled());
      try (Stream<Path> files = Files.list(directory)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("[1-9][0-9]{0,8}"))
            .map(Integer::valueOf)
            .forEach(number -> sets.put(number, set(number)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot list " + directory, e);
      }
    }
    return sets;
  }

  private IdentitySet set(int number) {
    return new IdentitySet(
        number == ENROLLED ? directory : directory.resolve(String.valueOf(number)));
  }
}
