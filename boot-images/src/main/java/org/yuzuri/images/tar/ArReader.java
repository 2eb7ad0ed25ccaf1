package org.yuzuri.images.tar;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.yuzuri.images.packing.DamagedException;
import org.yuzuri.images.packing.PositionedStream;

/**
 * Finds a member of an ar archive, as Debian packages are.
 *
 * <p>Source: deb(5).
 */
public final class ArReader {
  /** The first bytes of every ar archive. */
  public static final String MAGIC = "!<arch>\n";

  private static final int HEADER_BYTES = 60;

  private ArReader() {}

  /**
   * Goes to the first member whose name begins so.
   *
   * @param in stands at the archive's beginning
   * @return the member's content, ending where it ends; an early end of the source throws
   * @throws EOFException no such member
   */
  public static InputStream member(PositionedStream in, String prefix) throws IOException {
    in.skipExactly(MAGIC.length());
    while (true) {
      byte[] header = in.readExactly(HEADER_BYTES);
      String size = new String(header, 48, 10, US_ASCII).strip();
      if (header[58] != '`' || header[59] != '\n' || !size.matches("[0-9]{1,10}")) {
        throw new DamagedException("no ar header at byte " + (in.position() - HEADER_BYTES));
      }
      long length = Long.parseLong(size);
      if (new String(header, 0, 16, US_ASCII).startsWith(prefix)) {
        return new Member(in, length);
      }
      in.skipExactly(length + length % 2);
    }
  }

  private static final class Member extends InputStream {
    private final PositionedStream in;
    private long left;

    Member(PositionedStream in, long left) {
      this.in = in;
      this.left = left;
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
      int count = in.read(bytes, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw new EOFException("ends at byte " + in.position());
      }
      left -= count;
      return count;
    }
  }
}
