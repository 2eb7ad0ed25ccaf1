package org.yuzuri.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Files that are seen whole or not at all, also after a loss of power: written beside their place,
 * forced to disk, then moved. Temporary files begin with a dot and end with {@code .tmp}.
 */
public final class AtomicFiles {

  /** For everybody on this machine to read. */
  public static final Set<PosixFilePermission> PUBLIC =
      PosixFilePermissions.fromString("rw-r--r--");

  /** For the daemon's own user only. */
  public static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rw-------");

  private AtomicFiles() {}

  /** Puts the text in the file's place, readable for all. */
  public static void replace(Path file, String text) {
    replace(file, text.getBytes(StandardCharsets.UTF_8), PUBLIC);
  }

  /** Puts the text in the file's place, readable for the daemon only. */
  public static void replacePrivate(Path file, String text) {
    replace(file, text.getBytes(StandardCharsets.UTF_8), PRIVATE);
  }

  /** Puts the bytes in the file's place. The directory must exist. */
  public static void replace(Path file, byte[] bytes, Set<PosixFilePermission> permissions) {
    Path directory = directoryOf(file);
    try {
      Path temporary =
          Files.createTempFile(
              directory,
              "." + file.getFileName() + ".",
              ".tmp",
              PosixFilePermissions.asFileAttribute(PRIVATE));
      try {
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          channel.force(true);
        }
        Files.setPosixFilePermissions(temporary, permissions);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      forceDirectory(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** Removes the file if it is there; returns whether it was. */
  public static boolean delete(Path file) {
    try {
      boolean was = Files.deleteIfExists(file);
      if (was) {
        forceDirectory(directoryOf(file));
      }
      return was;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file + ": " + e.getMessage(), e);
    }
  }

  private static Path directoryOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "only the root has none");
  }

  /** Makes the directory, and those above it, for the daemon's own user; returns it. */
  public static Path privateDirectory(Path directory) {
    try {
      return Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory + ": " + e.getMessage(), e);
    }
  }

  /** Makes sure that a move or deletion in the directory survives a loss of power. */
  public static void forceDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
