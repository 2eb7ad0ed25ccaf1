package org.yuzuri.images.cpio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.yuzuri.images.packing.DamagedException;
import org.yuzuri.images.packing.PositionedStream;

/** Reads one archive, up to and with its trailer. Not thread-safe. */
public final class NewcReader {
  /** What follows the last entry. */
  static final String TRAILER = "TRAILER!!!";

  private static final int HEADER_BYTES = 110;
  private static final int LONGEST_NAME = 4096;
  private static final int MODE_FIELD = 1;
  private static final int SIZE_FIELD = 6;
  private static final int NAME_SIZE_FIELD = 11;

  private final PositionedStream in;
  private final long begin;
  private long contentLeft;

  /**
   * @param in stands at the first header
   */
  public NewcReader(PositionedStream in) {
    this.in = in;
    this.begin = in.position();
  }

  /** Whether these bytes begin an archive; 6 are enough. */
  public static boolean begins(byte[] bytes) {
    if (bytes.length < 6) {
      return false;
    }
    String magic = new String(bytes, 0, 6, ISO_8859_1);
    return magic.equals("070701") || magic.equals("070702");
  }

  /**
   * Goes to the next entry, over what is left of the present one's content.
   *
   * @return empty when the trailer was read; the source then stands behind it
   * @throws EOFException the source ends before the trailer
   * @throws DamagedException a header is not one
   */
  public Optional<NewcEntry> next() throws IOException {
    in.skipExactly(contentLeft);
    pad();
    long at = in.position();
    byte[] header = in.readExactly(HEADER_BYTES);
    if (!begins(header)) {
      throw new DamagedException("no cpio header at byte " + at);
    }
    int nameSize = (int) Math.min(field(header, NAME_SIZE_FIELD, at), Integer.MAX_VALUE);
    if (nameSize < 2 || nameSize > LONGEST_NAME) {
      throw new DamagedException("cpio name of " + nameSize + " bytes at byte " + at);
    }
    byte[] name = in.readExactly(nameSize);
    pad();
    contentLeft = field(header, SIZE_FIELD, at);
    NewcEntry entry =
        new NewcEntry(text(name), (int) field(header, MODE_FIELD, at) & 0xffff, contentLeft);
    return entry.name().equals(TRAILER) ? Optional.empty() : Optional.of(entry);
  }

  /**
   * The present entry's content.
   *
   * @param limit largest size that is wanted
   * @throws DamagedException it is larger than that
   */
  public byte[] content(int limit) throws IOException {
    if (contentLeft > limit) {
      throw new DamagedException("cpio entry of " + contentLeft + " bytes, expected " + limit);
    }
    byte[] bytes = in.readExactly((int) contentLeft);
    contentLeft = 0;
    return bytes;
  }

  private void pad() throws IOException {
    in.skipExactly((4 - (in.position() - begin) % 4) % 4);
  }

  private static String text(byte[] name) {
    int length = 0;
    while (length < name.length && name[length] != 0) {
      length++;
    }
    return new String(name, 0, length, UTF_8);
  }

  private static long field(byte[] header, int index, long at) throws DamagedException {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      int digit = Character.digit(header[6 + index * 8 + i], 16);
      if (digit < 0) {
        throw new DamagedException("cpio header at byte " + at + " is not hexadecimal");
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
