package org.yuzuri.images.packing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much may be unpacked in all, whatever the number of streams. Not thread-safe. */
public final class UnpackBudget {
  private final long limitBytes;
  private long usedBytes;

  /**
   * @param limitBytes largest number of unpacked bytes
   */
  public UnpackBudget(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /** Unpacked bytes so far. */
  public long usedBytes() {
    return usedBytes;
  }

  /** A view of a stream whose bytes count; reading beyond the limit throws. */
  public InputStream count(InputStream in) {
    return new Counted(in);
  }

  /**
   * Counts bytes that were unpacked otherwise.
   *
   * @throws TooLargeException the limit is exceeded
   */
  public void spend(long bytes) throws TooLargeException {
    usedBytes += bytes;
    if (usedBytes > limitBytes) {
      throw new TooLargeException("unpacked size", limitBytes);
    }
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      if (next >= 0) {
        spend(1);
      }
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      if (count > 0) {
        spend(count);
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = in.skip(count);
      spend(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
