package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.BackOff;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.Pause;
import org.yuzuri.host.portal.PortalRefusedException;
import org.yuzuri.host.portal.PortalUnavailableException;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.value.Sha256;

/**
 * Fetches files from the portal, going on where an earlier attempt broke off; as many at once as
 * the portal lets one agent have, the others wait here. Safe for threads.
 */
public final class FileDownload {

  private static final Logger log = LoggerFactory.getLogger(FileDownload.class);
  private static final int BUFFER_BYTES = 1 << 17;
  private static final int AT_ONCE = 2;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final Source source;
  private final Duration longestStall;
  private final Pause pause;

  /** Where files come from; the portal, seen from here. */
  @FunctionalInterface
  public interface Source {
    InputStream open(Sha256 sha256, long offset);
  }

  /**
   * Makes a download.
   *
   * @param longestStall a source from which nothing comes for so long is asked anew
   */
  public FileDownload(Source source, Duration longestStall, Pause pause) {
    this.source = source;
    this.longestStall = longestStall;
    this.pause = pause;
  }

  /** The file has all its bytes afterwards, forced to disk; what they hash to is not looked at. */
  void complete(FileRef file, Path part, Patience patience) {
    BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(10));
    Optional<Duration> wait = attemptInTurn(file, part, patience);
    while (wait.isPresent()) {
      patience.check();
      Duration own = backOff.nextWait();
      pause.of(own.compareTo(wait.get()) < 0 ? wait.get() : own);
      wait = attemptInTurn(file, part, patience);
    }
  }

  private Optional<Duration> attemptInTurn(FileRef file, Path part, Patience patience) {
    awaitTurn(patience);
    try {
      return attempt(file, part, patience);
    } finally {
      turns.release();
    }
  }

  private void awaitTurn(Patience patience) {
    try {
      while (!turns.tryAcquire(1, TimeUnit.SECONDS)) {
        patience.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("INTERRUPTED", "the daemon stops", true, e);
    }
  }

  /** How long to wait at least before the next one; empty when all bytes are there. */
  private Optional<Duration> attempt(FileRef file, Path part, Patience patience) {
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long have = Math.min(out.size(), file.sizeBytes());
      out.truncate(have).position(have);
      if (have < file.sizeBytes()) {
        append(file, out, patience);
      }
      out.force(true);
      return out.size() == file.sizeBytes() ? Optional.empty() : Optional.of(Duration.ZERO);
    } catch (PortalRefusedException e) {
      throw new CommandFailedException(
          "FILE_REFUSED", "file " + file.sha256() + ": " + e.getMessage(), false, e);
    } catch (PortalUnavailableException e) {
      log.warn("file {} waits: {}", file.sha256(), e.getMessage());
      return Optional.of(e.waitAtLeast());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + part, e);
    }
  }

  private void append(FileRef file, FileChannel out, Patience patience) throws IOException {
    try (InputStream in = source.open(file.sha256(), out.position());
        StallWatch watch = new StallWatch(in, longestStall)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      int read = read(in, buffer);
      while (read >= 0 && out.position() < file.sizeBytes()) {
        int wanted = (int) Math.min(read, file.sizeBytes() - out.position());
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, wanted);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        watch.progressed();
        patience.check();
        read = read(in, buffer);
      }
    }
  }

  private static int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new PortalUnavailableException("portal broke off: " + e.getMessage(), e);
    }
  }
}
