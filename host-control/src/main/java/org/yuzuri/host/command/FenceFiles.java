package org.yuzuri.host.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.Fence;

/**
 * The highest fence seen of each server, on disk, in a file {@code SERVER} that holds its
 * generation and its lease; and the highest epoch of the portal, in {@code epoch}. Files from
 * before leases were remembered hold a generation only. Safe for threads.
 */
public final class FenceFiles {

  private static final String EPOCH = "epoch";

  private final Path directory;

  public FenceFiles(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  /**
   * The highest fence seen of a server.
   *
   * @param leaseId empty when it was not written down
   */
  record Seen(long serverId, long generation, Optional<Long> leaseId) {

    private boolean shutsOut(Fence fence) {
      return fence.generation() < generation
          || (fence.generation() == generation
              && leaseId.filter(lease -> lease != fence.leaseId()).isPresent());
    }

    private boolean isWholly(Fence fence) {
      return fence.generation() == generation && leaseId.isPresent();
    }
  }

  /**
   * Remembers the fence if it is the highest of its server. One generation is of one lease: with
   * another one it is a repetition, as of books that were restored.
   *
   * @return empty if the fence holds; otherwise what shuts it out
   */
  synchronized Optional<Seen> admit(Fence fence) {
    Path file = directory.resolve(String.valueOf(fence.serverId()));
    Optional<Seen> seen = Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    if (seen.filter(highest -> highest.shutsOut(fence)).isPresent()) {
      return seen;
    }
    if (seen.filter(highest -> highest.isWholly(fence)).isEmpty()) {
      AtomicFiles.replacePrivate(file, fence.generation() + " " + fence.leaseId() + "\n");
    }
    return Optional.empty();
  }

  /**
   * Remembers the portal's epoch if it is the highest.
   *
   * @return the highest now; higher than the given one when the portal's books are old
   */
  synchronized long highestEpoch(long epoch) {
    Path file = directory.resolve(EPOCH);
    long highest = Files.exists(file) ? Long.parseLong(text(file)) : 0;
    if (epoch > highest) {
      AtomicFiles.replacePrivate(file, epoch + "\n");
    }
    return Math.max(epoch, highest);
  }

  /** The highest fence of every server that one was seen of, in any order. */
  synchronized List<Seen> list() {
    List<Seen> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      files.filter(FenceFiles::isOfAServer).forEach(file -> all.add(read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
    return all;
  }

  private static boolean isOfAServer(Path file) {
    return file.getFileName().toString().matches("[1-9][0-9]{0,18}");
  }

  private static Seen read(Path file) {
    String[] words = text(file).split(" ", -1);
    return new Seen(
        Long.parseLong(file.getFileName().toString()),
        Long.parseLong(words[0]),
        words.length < 2 ? Optional.empty() : Optional.of(Long.valueOf(words[1])));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
