package org.yuzuri.lender.bmc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.value.Fence;

/**
 * What a server's power was when a hold on it was to start it first, on disk: a start that is
 * repeated, after a crash or as another try, finds the server on because of this agent. One file a
 * server, {@code GENERATION STATE}. Safe for threads.
 */
final class FoundPower {

  private final Path directory;

  FoundPower(Path directory) {
    this.directory = AtomicFiles.privateDirectory(directory);
  }

  /**
   * The power that was found first under this fence.
   *
   * @param now what the BMC reports now; kept when nothing was found under this fence before
   */
  synchronized PowerState first(Fence fence, PowerState now) {
    Path file = directory.resolve(String.valueOf(fence.serverId()));
    String hold = fence.generation() + " ";
    String kept = read(file);
    if (kept.startsWith(hold)) {
      return PowerState.valueOf(kept.substring(hold.length()).strip());
    }
    AtomicFiles.replacePrivate(file, hold + now + "\n");
    return now;
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
