package org.yuzuri.portal.image.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.yuzuri.portal.image.ImageProblem;
import org.yuzuri.portal.image.StoredFile;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.value.Sha256;

/**
 * Files under the hash of their content, below the directory of system property {@code
 * yuzuri.image.directory}, else environment variable {@code YUZURI_IMAGE_DIRECTORY}; shared by all
 * nodes. A file is there whole or not at all, and no name of a stranger's reaches the file system.
 */
@ApplicationScoped
public class ImageStore {

  /** Largest file that is taken. */
  public static final long LARGEST_BYTES = FileRef.LARGEST_BYTES;

  private static final String PROPERTY = "yuzuri.image.directory";
  private static final String VARIABLE = "YUZURI_IMAGE_DIRECTORY";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Takes a file, hashing it while it arrives. Nothing is kept when it is refused or breaks off.
   *
   * @param content read to its end, or to where it is refused; not closed
   * @param room asked with how many bytes there are by now, again and again; throws to refuse them
   * @throws ProblemException FILE_TOO_LARGE, FILE_EMPTY, and what the room says
   */
  public StoredFile receive(String name, InputStream content, LongConsumer room)
      throws IOException {
    Path arriving = Files.createTempFile(directory("arriving"), "file", "");
    try {
      StoredFile file = copy(name, content, arriving, room);
      Path place = place(file.sha256());
      Files.createDirectories(place.getParent());
      Files.move(arriving, place, StandardCopyOption.ATOMIC_MOVE);
      return file;
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  /** A step that writes a file. */
  public interface Writer {
    /** Writes the whole content; the stream is closed by the store. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Stores what the portal makes itself. */
  public StoredFile make(Writer writer) throws IOException {
    Path made = Files.createTempFile(directory("arriving"), "made", "");
    try {
      try (OutputStream out = Files.newOutputStream(made)) {
        writer.writeTo(out);
      }
      try (InputStream in = Files.newInputStream(made)) {
        return receive("made by the portal", in, any -> {});
      }
    } finally {
      Files.deleteIfExists(made);
    }
  }

  /**
   * The file with this hash.
   *
   * @throws ProblemException NOT_FOUND
   */
  public Path file(String sha256) {
    if (sha256 == null || !HASH.matcher(sha256).matches() || !Files.isRegularFile(place(sha256))) {
      throw ProblemException.notFound("file", sha256);
    }
    return place(sha256);
  }

  /**
   * Removes files that nothing has wanted for a day, and what broken uploads left.
   *
   * @param wanted hashes of the files that are to stay
   * @return how many were removed
   */
  public int sweep(Supplier<Set<String>> wanted, Instant now) throws IOException {
    Path notes = directory("unwanted");
    return new StoreSweep(notes, now).run(wanted);
  }

  /**
   * How much room there is where the files are.
   *
   * @throws ProblemException NOT_CONFIGURED
   */
  public Room room() throws IOException {
    FileStore store = Files.getFileStore(directory("arriving"));
    return new Room(store.getTotalSpace(), store.getUsableSpace());
  }

  /** Bytes of the file system that holds the files, and those of them that are free. */
  public record Room(long totalBytes, long usableBytes) {

    /** How much of it is taken, in percent, from 0 to 100. */
    public int percentTaken() {
      return totalBytes <= 0 ? 0 : (int) (100 - usableBytes * 100.0 / totalBytes);
    }
  }

  private static StoredFile copy(String name, InputStream content, Path to, LongConsumer room)
      throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > LARGEST_BYTES) {
          throw new ProblemException(
              ImageProblem.FILE_TOO_LARGE,
              name,
              "over " + LARGEST_BYTES + " bytes",
              (LARGEST_BYTES >> 30) + " GiB");
        }
        room.accept(size);
        digest.update(buffer, 0, read);
        out.write(buffer, 0, read);
      }
    }
    if (size == 0) {
      throw new ProblemException(ImageProblem.FILE_EMPTY, name, "0 bytes", "some content");
    }
    return new StoredFile(Sha256.ofDigest(digest).hex(), size);
  }

  private static Path place(String sha256) {
    return directory(sha256.substring(0, 2)).resolve(sha256);
  }

  private static Path directory(String name) {
    String root = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    if (root == null || root.isBlank()) {
      throw new ProblemException(
          CommonProblem.NOT_CONFIGURED, PROPERTY, root, "a directory (or " + VARIABLE + ")");
    }
    try {
      return Files.createDirectories(Path.of(root).resolve(name));
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }
}
