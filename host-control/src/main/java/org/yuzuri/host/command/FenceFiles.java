package org.yuzuri.host.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.value.Fence;

/** The highest fence generation seen of each server, on disk. Safe for threads. */
public final class FenceFiles {

  private final Path directory;

  public FenceFiles(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  /**
   * Remembers the fence's generation if it is the highest of its server.
   *
   * @return empty if the fence holds; otherwise the higher generation that shuts it out
   */
  public synchronized OptionalLong admit(Fence fence) {
    Path file = directory.resolve(String.valueOf(fence.serverId()));
    long highest = read(file);
    if (fence.generation() < highest) {
      return OptionalLong.of(highest);
    }
    if (fence.generation() > highest) {
      AtomicFiles.replacePrivate(file, fence.generation() + "\n");
    }
    return OptionalLong.empty();
  }

  private static long read(Path file) {
    try {
      return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
