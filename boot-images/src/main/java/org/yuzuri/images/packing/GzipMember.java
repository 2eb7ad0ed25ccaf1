package org.yuzuri.images.packing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * One gzip member, unpacked.
 *
 * <p>The JDK's own stream reads ahead of the member's end, and keeps no bound on its header.
 *
 * <p>Source: RFC 1952.
 */
final class GzipMember extends InputStream {
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int LONGEST_TEXT = 4096;
  private static final int CHUNK = 8192;

  private final PositionedStream source;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] chunk = new byte[CHUNK];
  private boolean ended;

  GzipMember(PositionedStream source) throws IOException {
    this.source = source;
    readHeader();
  }

  private void readHeader() throws IOException {
    byte[] header = source.readExactly(10);
    if (header[2] != 8) {
      throw new DamagedException("gzip method is " + header[2] + ", expected 8");
    }
    int flags = header[3];
    if ((flags & EXTRA) != 0) {
      byte[] length = source.readExactly(2);
      source.skipExactly((length[0] & 0xff) | (length[1] & 0xff) << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      source.skipExactly(2);
    }
  }

  private void skipText() throws IOException {
    for (int length = 0; length < LONGEST_TEXT; length++) {
      int next = source.read();
      if (next < 0) {
        throw new EOFException("ends at byte " + source.position());
      }
      if (next == 0) {
        return;
      }
    }
    throw new DamagedException("gzip header text is longer than " + LONGEST_TEXT);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int count = inflate(bytes, offset, length);
      if (count > 0) {
        crc.update(bytes, offset, count);
        return count;
      }
      if (inflater.finished()) {
        finish();
      } else if (inflater.needsDictionary()) {
        throw new DamagedException("gzip data asks for a dictionary");
      } else if (inflater.needsInput()) {
        fill();
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int length) throws DamagedException {
    try {
      return inflater.inflate(bytes, offset, length);
    } catch (DataFormatException e) {
      throw new DamagedException("gzip data is damaged near byte " + source.position(), e);
    }
  }

  private void fill() throws IOException {
    source.mark(CHUNK);
    int count = source.read(chunk, 0, CHUNK);
    if (count < 0) {
      throw new EOFException("ends at byte " + source.position());
    }
    inflater.setInput(chunk, 0, count);
  }

  private void finish() throws IOException {
    // INVARIANT: the mark is where the last chunk began, so what the inflater left is given back.
    long end = source.position() - inflater.getRemaining();
    source.reset();
    source.skipExactly(end - source.position());
    ended = true;
    long sum = littleEndian(source.readExactly(8));
    inflater.end();
    if (sum != crc.getValue()) {
      throw new DamagedException("gzip checksum is wrong at byte " + source.position());
    }
  }

  private static long littleEndian(byte[] trailer) {
    return (trailer[0] & 0xffL)
        | (trailer[1] & 0xffL) << 8
        | (trailer[2] & 0xffL) << 16
        | (trailer[3] & 0xffL) << 24;
  }

  @Override
  public void close() {
    ended = true;
    inflater.end();
  }
}
