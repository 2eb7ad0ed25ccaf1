package org.yuzuri.lender.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.value.Sha256;

/**
 * Boot-image files by their SHA-256, fetched from the portal once. A file under its final name is
 * whole and was verified; a broken download is gone on with. Safe for threads.
 */
public final class FileCache {

  private static final Logger log = LoggerFactory.getLogger(FileCache.class);
  private static final int BUFFER_BYTES = 1 << 17;

  private final Path directory;
  private final FileDownload download;
  private final CacheRoom room;
  private final Map<Sha256, FileTime> verified = new ConcurrentHashMap<>();
  private final Map<Sha256, Object> locks = new ConcurrentHashMap<>();

  public FileCache(Path directory, FileDownload download, CacheRoom room) {
    this.directory = AtomicFiles.privateDirectory(directory);
    this.download = download;
    this.room = room;
  }

  /** Where the file is, or would be. */
  Path path(Sha256 sha256) {
    return directory.resolve(sha256.hex());
  }

  /**
   * The file is in the cache, whole and verified. Blocks while it is fetched, as long as patience
   * lasts.
   *
   * @throws CommandFailedException the portal refused it, or it is not what it should be
   */
  void ensure(FileRef file, Patience patience) {
    synchronized (locks.computeIfAbsent(file.sha256(), key -> new Object())) {
      if (!isWhole(file)) {
        fetch(file, patience);
      }
    }
  }

  private boolean isWhole(FileRef file) {
    Path path = path(file.sha256());
    try {
      if (!Files.exists(path) || Files.size(path) != file.sizeBytes()) {
        return false;
      }
      FileTime changed = Files.getLastModifiedTime(path);
      boolean whole =
          changed.equals(verified.get(file.sha256())) || hash(path).equals(file.sha256());
      if (whole) {
        verified.put(file.sha256(), changed);
      }
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private void fetch(FileRef file, Patience patience) {
    Path path = path(file.sha256());
    Path part = directory.resolve(file.sha256().hex() + ".part");
    room.make(directory, file.sizeBytes());
    long started = System.nanoTime();
    download.complete(file, part, patience);
    try {
      if (!hash(part).equals(file.sha256())) {
        Files.delete(part);
        throw new CommandFailedException(
            "FILE_CORRUPT",
            "file " + file.sha256() + " from the portal has another SHA-256",
            true,
            null);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      AtomicFiles.forceDirectory(directory);
      verified.put(file.sha256(), Files.getLastModifiedTime(path));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + path, e);
    }
    log.info(
        "file {} of {} bytes fetched in {} ms",
        file.sha256(),
        file.sizeBytes(),
        (System.nanoTime() - started) / 1_000_000);
  }

  private static Sha256 hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = Sha256.digest();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return Sha256.ofDigest(digest);
    }
  }
}
