package org.yuzuri.images.packing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of exactly one Zstandard frame, still compressed: finds its end by its block headers,
 * because the decoder itself reads ahead.
 *
 * <p>Source: RFC 8878, section 3.1.1.
 */
final class ZstdFrame extends InputStream {
  private static final int[] DICTIONARY_ID_BYTES = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZE_BYTES = {0, 2, 4, 8};
  private static final int RUN = 1;
  private static final int RESERVED = 3;

  private final PositionedStream source;
  private final boolean checksum;
  private byte[] pending;
  private int pendingAt;
  private long blockLeft;
  private boolean lastBlock;
  private boolean ended;

  ZstdFrame(PositionedStream source) throws IOException {
    this.source = source;
    int descriptor = source.peek(5)[4] & 0xff;
    boolean singleSegment = (descriptor & 0x20) != 0;
    int sizeFlag = descriptor >> 6;
    int sizeBytes = sizeFlag == 0 && singleSegment ? 1 : CONTENT_SIZE_BYTES[sizeFlag];
    int header = 5 + (singleSegment ? 0 : 1) + DICTIONARY_ID_BYTES[descriptor & 3] + sizeBytes;
    this.checksum = (descriptor & 4) != 0;
    this.pending = source.readExactly(header);
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
    while (true) {
      if (pendingAt < pending.length) {
        int count = Math.min(length, pending.length - pendingAt);
        System.arraycopy(pending, pendingAt, bytes, offset, count);
        pendingAt += count;
        return count;
      }
      if (blockLeft > 0) {
        return readBlock(bytes, offset, length);
      }
      if (ended) {
        return -1;
      }
      advance();
    }
  }

  private int readBlock(byte[] bytes, int offset, int length) throws IOException {
    int count = source.read(bytes, offset, (int) Math.min(length, blockLeft));
    if (count < 0) {
      throw new EOFException("ends at byte " + source.position());
    }
    blockLeft -= count;
    return count;
  }

  private void advance() throws IOException {
    pendingAt = 0;
    if (lastBlock) {
      pending = source.readExactly(checksum ? 4 : 0);
      ended = true;
      return;
    }
    pending = source.readExactly(3);
    int header = (pending[0] & 0xff) | (pending[1] & 0xff) << 8 | (pending[2] & 0xff) << 16;
    int type = (header >> 1) & 3;
    if (type == RESERVED) {
      throw new DamagedException("zstd block type is reserved at byte " + source.position());
    }
    lastBlock = (header & 1) != 0;
    blockLeft = type == RUN ? 1 : header >> 3;
  }
}
