package org.yuzuri.images.packing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;

/**
 * The legacy LZ4 frame, which is what {@code lz4 -l} writes and the kernel reads: blocks with their
 * length before them, until the source ends or a length of zero.
 *
 * <p>Source: lz4_Frame_format.md, "Legacy frame"; Linux lib/decompress_unlz4.c.
 */
final class Lz4Legacy extends InputStream {
  private static final int MAGIC = 0x184C2102;
  private static final int LARGEST_BLOCK = 8 << 20;
  private static final int LARGEST_PACKED_BLOCK = LARGEST_BLOCK + LARGEST_BLOCK / 255 + 16;

  private final PositionedStream source;
  private InputStream block = InputStream.nullInputStream();
  private boolean ended;

  Lz4Legacy(PositionedStream source) throws IOException {
    this.source = source;
    source.skipExactly(4);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!ended) {
      int count = block.read(bytes, offset, length);
      if (count >= 0) {
        return count;
      }
      nextBlock();
    }
    return -1;
  }

  private void nextBlock() throws IOException {
    byte[] ahead = source.peek(4);
    if (ahead.length < 4) {
      source.skipExactly(ahead.length);
      ended = true;
      return;
    }
    int size = littleEndian(ahead);
    if (size == 0 || isCpio(ahead)) {
      ended = true;
      return;
    }
    source.skipExactly(4);
    if (size == MAGIC) {
      return;
    }
    if (size < 0 || size > LARGEST_PACKED_BLOCK) {
      throw new DamagedException(
          "lz4 block of " + Integer.toUnsignedString(size) + " bytes at " + source.position());
    }
    block = new BlockLZ4CompressorInputStream(new ByteArrayInputStream(source.readExactly(size)));
  }

  private static boolean isCpio(byte[] ahead) {
    return ahead[0] == '0' && ahead[1] == '7' && ahead[2] == '0' && ahead[3] == '7';
  }

  private static int littleEndian(byte[] bytes) {
    return (bytes[0] & 0xff)
        | (bytes[1] & 0xff) << 8
        | (bytes[2] & 0xff) << 16
        | (bytes[3] & 0xff) << 24;
  }
}
