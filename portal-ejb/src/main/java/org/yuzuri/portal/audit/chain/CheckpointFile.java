package org.yuzuri.portal.audit.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.audit.chain.AuditKeys.Verdict;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The append-only file in which one node of the portal writes down where the chain of the audit
 * trail ended: what shows that the trail's tail was cut off. Each line is chained to the one
 * before.
 *
 * <p>Several threads and processes may append: the file is locked meanwhile.
 */
public final class CheckpointFile {

  /** The file's name. */
  public static final String NAME = "checkpoints";

  private static final int LONGEST_NODE = 255;
  private static final int LONGEST_LINE_BYTES = 4096;

  private final Path file;

  /** The file of this directory; it need not be there. */
  public CheckpointFile(Path directory) {
    this.file = directory.resolve(NAME).toAbsolutePath().normalize();
  }

  /** Under which name the database knows this file: host and path, at most 255 characters. */
  public String node() {
    String name = host() + ":" + file;
    return name.length() <= LONGEST_NODE ? name : name.substring(name.length() - LONGEST_NODE);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }

  /** Whether it was begun. */
  public boolean exists() {
    return Files.exists(file);
  }

  /**
   * Writes down where the chain ends, on the disk when this returns.
   *
   * @param reason why a person wrote it; empty when the portal does
   * @return the new last line; the old one when it says the same, or when the chain is shorter and
   *     nobody says why
   */
  public Checkpoint append(TrailEnd end, Instant at, String reason, AuditKeys keys)
      throws IOException {
    if (!exists()) {
      Files.createDirectories(file.getParent());
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Set<StandardOpenOption> both = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(file, both)) {
      channel.lock(); // to the end of the channel
      String tail = tail(channel);
      Checkpoint last = last(tail);
      if (reason.isEmpty() && end.number() <= last.end().number()) {
        return last;
      }
      Checkpoint next = last.followedBy(end, at, reason, keys);
      byte[] line = (next.text() + "\n").getBytes(StandardCharsets.UTF_8);
      // A line without an end was being written when the node died, and nobody was told of it.
      int torn = tail.length() - (tail.lastIndexOf('\n') + 1);
      channel.truncate(channel.size() - torn);
      channel.write(ByteBuffer.wrap(line), channel.size());
      channel.force(true);
      return next;
    }
  }

  /** The file's last bytes, each as one character. */
  private static String tail(FileChannel channel) throws IOException {
    long from = Math.max(0, channel.size() - LONGEST_LINE_BYTES);
    ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - from));
    while (tail.hasRemaining() && channel.read(tail, from + tail.position()) >= 0) {
      // the rest of it
    }
    return new String(tail.array(), StandardCharsets.ISO_8859_1);
  }

  private static Checkpoint last(String tail) {
    int end = tail.lastIndexOf('\n');
    if (end < 0) {
      return Checkpoint.NONE;
    }
    String line = tail.substring(tail.lastIndexOf('\n', end - 1) + 1, end);
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    return Checkpoint.parse(new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * Reads the whole file.
   *
   * @param noted a line that the database knows of; empty when it knows none
   * @return its last line
   * @throws Broken a line is missing, was changed, or is not the noted one
   */
  public Checkpoint read(AuditKeys keys, Optional<Noted> noted) throws IOException, Broken {
    if (!exists()) {
      if (noted.isPresent()) {
        throw new Broken(
            "checkpoint file " + file + " is gone; it had " + noted.get().line + " lines");
      }
      return Checkpoint.NONE;
    }
    Checkpoint last = Checkpoint.NONE;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String text = line(lines); text != null; text = line(lines)) {
        last = next(text, last, keys);
        compare(last, noted);
      }
    } catch (CharacterCodingException garbled) {
      throw new Broken("checkpoint file " + file + " is no text behind line " + last.line());
    }
    long known = noted.map(Noted::line).orElse(0L);
    if (last.line() < known) {
      throw new Broken(
          "checkpoint file "
              + file
              + " has "
              + last.line()
              + " lines, the database knows of "
              + known);
    }
    if (last.line() > 1 && noted.isEmpty()) {
      throw new Broken("the database has lost its note of checkpoint file " + file);
    }
    return last;
  }

  /** The next line that has an end; one without is just being written. */
  private static @Nullable String line(Reader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (c == '\n') {
        return line.toString();
      }
      line.append((char) c);
    }
    return null;
  }

  private Checkpoint next(String text, Checkpoint before, AuditKeys keys) throws Broken {
    String where = "line " + (before.line() + 1) + " of checkpoint file " + file;
    try {
      Checkpoint found = Checkpoint.parse(text);
      Verdict verdict = found.judgeAfter(before, keys);
      if (verdict != Verdict.GOOD) {
        throw new Broken(where + " " + verdict.text());
      }
      return found;
    } catch (ProblemException unreadable) {
      throw new Broken(where + ": " + unreadable.getMessage());
    }
  }

  private void compare(Checkpoint found, Optional<Noted> noted) throws Broken {
    if (noted.isPresent()
        && noted.get().line == found.line()
        && !noted.get().mac.equals(found.mac())) {
      throw new Broken(
          "line "
              + found.line()
              + " of checkpoint file "
              + file
              + " is not the one that was written");
    }
  }

  /**
   * A line that the database knows of.
   *
   * @param mac of that line
   */
  public record Noted(long line, String mac) {}

  /** The file is not what was written; the message says first where. */
  public static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
      super(what);
    }
  }
}
