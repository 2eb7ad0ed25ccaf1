package org.yuzuri.images.packing;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A buffered stream that knows its position and can look ahead. Not thread-safe. */
public final class PositionedStream extends FilterInputStream {
  private static final int BUFFER = 1 << 16;

  private long position;
  private long marked;

  /**
   * @param in source, read from its present position, which counts as 0
   */
  public PositionedStream(InputStream in) {
    super(new BufferedInputStream(in, BUFFER));
  }

  /** Bytes read so far. */
  public long position() {
    return position;
  }

  /**
   * The next bytes, without consuming them.
   *
   * @param length at most 64 KiB
   * @return as many as there are, up to {@code length}
   */
  public byte[] peek(int length) throws IOException {
    mark(length);
    byte[] bytes = readNBytes(length);
    reset();
    return bytes;
  }

  /** Skips zero bytes. {@code false} when the source ends with them. */
  public boolean skipZeros() throws IOException {
    while (true) {
      mark(1);
      int next = read();
      if (next < 0) {
        return false;
      }
      if (next != 0) {
        reset();
        return true;
      }
    }
  }

  /** Reads exactly that many bytes. */
  public byte[] readExactly(int length) throws IOException {
    byte[] bytes = readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("ends at byte " + position);
    }
    return bytes;
  }

  /** Skips exactly that many bytes. */
  public void skipExactly(long length) throws IOException {
    long left = length;
    while (left > 0) {
      long skipped = skip(left);
      if (skipped <= 0) {
        if (read() < 0) {
          throw new EOFException("ends at byte " + position);
        }
        skipped = 1;
      }
      left -= skipped;
    }
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    if (next >= 0) {
      position++;
    }
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    if (count > 0) {
      position += count;
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    position += skipped;
    return skipped;
  }

  @Override
  public synchronized void mark(int limit) {
    in.mark(limit);
    marked = position;
  }

  @Override
  public synchronized void reset() throws IOException {
    in.reset();
    position = marked;
  }
}
