package org.yuzuri.images.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The content of one member of an ar archive, as Debian packages are; ends where the member ends,
 * an early end of the source throws.
 *
 * <p>Source: deb(5).
 */
public final class ArMember extends InputStream {
  /** The first bytes of every ar archive. */
  public static final String MAGIC = "!<arch>\n";

  private final BoundedHeaders source;
  private final ArArchiveInputStream ar;
  private long left;

  /**
   * Goes to the first member whose name begins so.
   *
   * @param in stands at the archive's beginning; not closed
   * @throws EOFException no such member
   */
  public ArMember(InputStream in, String prefix) throws IOException {
    this.source = new BoundedHeaders(in);
    this.ar = new ArArchiveInputStream(source);
    @Nullable ArArchiveEntry entry;
    do {
      entry = source.next(left, ar::getNextEntry);
      if (entry == null) {
        throw BoundedHeaders.ended();
      }
      left = entry.getSize();
    } while (!entry.getName().startsWith(prefix));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int wanted = (int) Math.min(length, left);
    int count = source.next(wanted, () -> ar.read(bytes, offset, wanted));
    if (count < 0) {
      throw BoundedHeaders.ended();
    }
    left -= count;
    return count;
  }
}
