package org.yuzuri.images.cpio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes one archive. Owner, times and device numbers are 0, so equal input gives equal bytes. Not
 * thread-safe; {@link #finish()} must be called.
 */
public final class NewcWriter {
  private static final int DIRECTORY = 0040755;
  private static final int REGULAR = 0100000;
  private static final int BLOCK = 512;

  private final OutputStream out;
  private final Set<String> directories = new HashSet<>();
  private int inode;
  private long written;

  /**
   * @param out taken as it is, not closed
   */
  public NewcWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Adds a regular file, and the directories above it that are not there yet.
   *
   * @param path without a slash at its beginning
   * @param permissions such as {@code 0644}
   */
  public void file(String path, int permissions, byte[] content) throws IOException {
    directoriesAbove(path);
    entry(path, REGULAR | permissions, content);
  }

  private void directoriesAbove(String path) throws IOException {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      String directory = path.substring(0, slash);
      if (directories.add(directory)) {
        entry(directory, DIRECTORY, new byte[0]);
      }
    }
  }

  /** Writes the trailer. */
  public void finish() throws IOException {
    entry(NewcReader.TRAILER, 0, new byte[0]);
    pad(BLOCK);
    out.flush();
  }

  private void entry(String name, int mode, byte[] content) throws IOException {
    byte[] nameBytes = name.getBytes(UTF_8);
    int links = (mode & DIRECTORY & ~0777) != 0 ? 2 : 1;
    inode++;
    write(
        String.format(
                "070701%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X%08X",
                inode, mode, 0, 0, links, 0, content.length, 0, 0, 0, 0, nameBytes.length + 1, 0)
            .getBytes(US_ASCII));
    write(nameBytes);
    write(new byte[1]);
    pad(4);
    write(content);
    pad(4);
  }

  private void pad(int unit) throws IOException {
    write(new byte[(int) ((unit - written % unit) % unit)]);
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }
}
