package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.Sha256;

/**
 * Tokens that were valid once, as hashes on disk: whoever still uses one is reported with the fence
 * of the boot that they opened. Kept for 7 days. Safe for threads.
 */
public final class DeadTokens {

  private static final Duration KEPT = Duration.ofDays(7);

  private final Path directory;

  public DeadTokens(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  void add(Secret token, Fence fence) {
    AtomicFiles.replacePrivate(
        directory.resolve(hash(token.reveal())),
        fence.serverId() + " " + fence.leaseId() + " " + fence.generation() + "\n");
  }

  /** The fence of the boot that this token opened, if it was valid once. */
  public Optional<Fence> fence(String token) {
    Path file = directory.resolve(hash(token));
    try {
      return Files.exists(file)
          ? Optional.of(fenceOf(Files.readString(file).strip().split(" ", -1)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static Fence fenceOf(String[] numbers) {
    return new Fence(
        Long.parseLong(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }

  /** Forgets tokens that died more than 7 days ago. */
  public void forgetOld(Instant now) {
    FileTime oldest = FileTime.from(now.minus(KEPT));
    try (Stream<Path> listed = Files.list(directory)) {
      List<Path> files = listed.toList();
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
          AtomicFiles.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + directory, e);
    }
  }

  private static String hash(String token) {
    return Sha256.ofText(token).hex();
  }
}
