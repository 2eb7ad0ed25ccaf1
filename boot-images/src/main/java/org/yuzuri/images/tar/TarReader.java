package org.yuzuri.images.tar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.images.packing.DamagedException;
import org.yuzuri.images.packing.PositionedStream;

/**
 * Reads a tar archive: ustar, with GNU long names and pax paths. Not thread-safe.
 *
 * <p>Source: POSIX.1-2017 pax, "ustar Interchange Format"; GNU tar manual, "Basic Tar Format".
 */
public final class TarReader {
  private static final int BLOCK = 512;
  private static final int LONGEST_HEADER = 64 * 1024;

  private final PositionedStream in;
  private long contentLeft;
  private long padding;
  private @Nullable String longName;
  private @Nullable Long paxSize;

  /**
   * @param in stands at the first header
   */
  public TarReader(PositionedStream in) {
    this.in = in;
  }

  /**
   * Goes to the next entry, over what is left of the present one.
   *
   * @return empty behind the last one
   * @throws EOFException the source ends before the two empty blocks of an archive's end
   * @throws DamagedException a header is not one
   */
  public Optional<TarEntry> next() throws IOException {
    while (true) {
      in.skipExactly(contentLeft + padding);
      byte[] header = in.readExactly(BLOCK);
      if (isZero(header)) {
        return Optional.empty();
      }
      checkSum(header);
      contentLeft = number(header, 124, 12);
      padding = (BLOCK - contentLeft % BLOCK) % BLOCK;
      switch (header[156]) {
        case 'L' -> longName = text(content(LONGEST_HEADER), 0, LONGEST_HEADER);
        case 'x' -> readPax(content(LONGEST_HEADER));
        case 'g', 'K' -> content(LONGEST_HEADER);
        default -> {
          return Optional.of(entry(header));
        }
      }
    }
  }

  private TarEntry entry(byte[] header) {
    if (paxSize != null) {
      contentLeft = paxSize;
      padding = (BLOCK - contentLeft % BLOCK) % BLOCK;
    }
    String name = longName == null ? shortName(header) : longName;
    boolean regular = header[156] == '0' || header[156] == 0;
    longName = null;
    paxSize = null;
    return new TarEntry(name, regular, contentLeft);
  }

  /**
   * The present entry's content.
   *
   * @param limit largest size that is wanted
   * @throws DamagedException it is larger
   */
  public byte[] content(int limit) throws IOException {
    if (contentLeft > limit) {
      throw new DamagedException("tar entry of " + contentLeft + " bytes, expected " + limit);
    }
    byte[] bytes = in.readExactly((int) contentLeft);
    contentLeft = 0;
    return bytes;
  }

  private void readPax(byte[] records) throws DamagedException {
    int at = 0;
    while (at < records.length) {
      int space = at;
      while (space < records.length && records[space] != ' ') {
        space++;
      }
      int length = paxLength(text(records, at, space - at));
      if (length <= space - at || length > records.length - at) {
        throw new DamagedException("tar pax record of " + length + " bytes");
      }
      String record = text(records, space + 1, length - (space + 1 - at) - 1);
      if (record.startsWith("path=")) {
        longName = record.substring(5);
      } else if (record.startsWith("size=")) {
        paxSize = paxNumber(record.substring(5));
      }
      at += length;
    }
  }

  private static int paxLength(String digits) throws DamagedException {
    return (int) Math.min(paxNumber(digits), Integer.MAX_VALUE);
  }

  private static long paxNumber(String digits) throws DamagedException {
    if (!digits.matches("[0-9]{1,18}")) {
      throw new DamagedException("tar pax number is not one");
    }
    return Long.parseLong(digits);
  }

  private static String shortName(byte[] header) {
    String name = text(header, 0, 100);
    String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
    // GNU's own format has times where POSIX has the prefix, and two blanks in its magic.
    return prefix.isEmpty() || header[263] == ' ' ? name : prefix + "/" + name;
  }

  private void checkSum(byte[] header) throws DamagedException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != number(header, 148, 8)) {
      throw new DamagedException("tar header checksum is wrong at " + (in.position() - BLOCK));
    }
  }

  private static long number(byte[] header, int at, int length) throws DamagedException {
    if ((header[at] & 0x80) != 0) {
      return binary(header, at, length);
    }
    String digits = text(header, at, length).strip();
    if (!digits.matches("[0-7]{0,20}")) {
      throw new DamagedException("tar header number is not octal");
    }
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private static long binary(byte[] header, int at, int length) throws DamagedException {
    long value = header[at] & 0x7f;
    for (int i = at + 1; i < at + length; i++) {
      if (value > Long.MAX_VALUE >> 9) {
        throw new DamagedException("tar header number is too large");
      }
      value = (value << 8) | (header[i] & 0xff);
    }
    return value;
  }

  private static String text(byte[] bytes, int at, int length) {
    int end = at;
    int limit = (int) Math.min(bytes.length, (long) at + length);
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, at, end - at, UTF_8);
  }

  private static boolean isZero(byte[] block) {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
