package org.yuzuri.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps a second daemon off a state directory: the two would undo each other's work. */
public final class StateLock {

  // A lock that nobody refers to is given back when its channel is collected.
  private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

  private StateLock() {}

  /**
   * Holds the directory, made if need be, until this process ends, however it ends.
   *
   * @throws IllegalStateException another daemon holds it
   */
  public static void hold(Path stateDirectory) {
    Path file = AtomicFiles.privateDirectory(stateDirectory).resolve("lock");
    try {
      FileLock lock =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
      if (lock == null) {
        throw new IllegalStateException(file + " is held: another daemon runs on this directory");
      }
      HELD.add(lock);
    } catch (OverlappingFileLockException e) {
      throw new IllegalStateException(file + " is held by this process", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }
}
