package org.yuzuri.images.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.yuzuri.images.packing.DamagedException;
import org.yuzuri.images.packing.TooLargeException;

/**
 * What an archive's reader may take from its source before the next entry: what is left of the
 * present one, and a header of bounded length. Also makes every complaint of a reader one of the
 * exceptions that this package promises. Not thread-safe.
 */
final class BoundedHeaders extends FilterInputStream {
  /** Longest header with all its names and extensions. */
  static final int LONGEST = 256 * 1024;

  private long left = LONGEST;
  private boolean ended;

  BoundedHeaders(InputStream in) {
    super(in);
  }

  /** A step of a reader. */
  interface Step<T> {
    T take() throws IOException;
  }

  /**
   * Goes to the next entry.
   *
   * @param content of the present entry, all of it, with its padding
   */
  <T> T next(long content, Step<T> step) throws IOException {
    left = Math.addExact(Math.min(content, Long.MAX_VALUE / 2), LONGEST);
    return faithfully(step);
  }

  /** Readers throw whatever a stranger's bytes make them throw. */
  <T> T faithfully(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (EOFException | DamagedException | TooLargeException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (ended) {
        throw ended();
      }
      throw new DamagedException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The source is at its end although the archive is not. */
  static EOFException ended() {
    return new EOFException("the archive goes on");
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    count(next < 0 ? next : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    count(count);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws TooLargeException {
    if (bytes < 0) {
      ended = true;
      return;
    }
    left -= bytes;
    if (left < 0) {
      throw new TooLargeException("header of an archive's entry", LONGEST);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
