package org.yuzuri.images.packing;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;

/**
 * A compression that kernels accept for initial ramdisks, known by its first bytes.
 *
 * <p>Source: Linux lib/decompress.c.
 */
public enum Packing {
  /** RFC 1952. */
  GZIP("1f8b") {
    @Override
    InputStream open(PositionedStream source) throws IOException {
      return new GzipMember(source);
    }
  },
  /** The .xz format, at most 64 MiB of dictionary. */
  XZ("fd377a585a00") {
    @Override
    InputStream open(PositionedStream source) throws IOException {
      return new SingleXZInputStream(new Unclosed(source), MEMORY_KIB);
    }
  },
  /** The older .lzma format. */
  LZMA("5d0000") {
    @Override
    InputStream open(PositionedStream source) throws IOException {
      return new LZMAInputStream(new Unclosed(source), MEMORY_KIB);
    }
  },
  /** RFC 8878. */
  ZSTD("28b52ffd") {
    @Override
    InputStream open(PositionedStream source) throws IOException {
      return new ZstdInputStreamNoFinalizer(new ZstdFrame(source));
    }
  },
  /** bzip2. */
  BZIP2("425a68") {
    @Override
    InputStream open(PositionedStream source) throws IOException {
      return new BZip2CompressorInputStream(new Unclosed(source));
    }
  },
  /** What {@code lz4 -l} writes. */
  LZ4("02214c18") {
    @Override
    InputStream open(PositionedStream source) throws IOException {
      return new Lz4Legacy(source);
    }
  };

  /** Most bytes of a magic number. */
  public static final int MAGIC_BYTES = 6;

  private static final int MEMORY_KIB = 160 * 1024;

  /** Hexadecimal. */
  private final String magic;

  Packing(String magic) {
    this.magic = magic;
  }

  abstract InputStream open(PositionedStream source) throws IOException;

  /** The packing that a file with these first bytes has; empty for anything else. */
  public static Optional<Packing> of(byte[] firstBytes) {
    for (Packing packing : values()) {
      if (packing.begins(firstBytes)) {
        return Optional.of(packing);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] bytes) {
    return HexFormat.of()
        .formatHex(bytes, 0, Math.min(bytes.length, MAGIC_BYTES))
        .startsWith(magic);
  }

  /**
   * Unpacks the one stream that begins at the source's position. Read to its end it leaves the
   * source behind its last byte. Closing it does not close the source.
   */
  public InputStream unpackOne(PositionedStream source) throws IOException {
    return new Faithful(source, this, false);
  }

  /** Unpacks this and all streams of the same packing that follow it without a gap. */
  public InputStream unpackAll(PositionedStream source) throws IOException {
    return new Faithful(source, this, true);
  }

  /** Keeps a decoder from closing what others go on reading. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the source goes on behind this stream
    }
  }

  /** Makes every complaint of a decoder one of the exceptions that this package promises. */
  private static final class Faithful extends InputStream {
    private final PositionedStream source;
    private final Packing packing;
    private final boolean all;
    private InputStream decoder;

    Faithful(PositionedStream source, Packing packing, boolean all) throws IOException {
      this.source = source;
      this.packing = packing;
      this.all = all;
      this.decoder = begin();
    }

    /** Decoders throw whatever a stranger's bytes make them throw. */
    private InputStream begin() throws IOException {
      try {
        return packing.open(source);
      } catch (IOException | RuntimeException e) {
        throw named(e);
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (true) {
        int count = decode(bytes, offset, length);
        if (count >= 0) {
          return count;
        }
        if (!all || !packing.begins(source.peek(MAGIC_BYTES))) {
          return -1;
        }
        decoder.close();
        decoder = begin();
      }
    }

    @Override
    public void close() throws IOException {
      decoder.close();
    }

    /** Decoders throw whatever a stranger's bytes make them throw. */
    private int decode(byte[] bytes, int offset, int length) throws IOException {
      try {
        return decoder.read(bytes, offset, length);
      } catch (IOException | RuntimeException e) {
        throw named(e);
      }
    }

    private IOException named(Exception e) {
      if (e instanceof UncheckedIOException unreadable) {
        throw unreadable;
      }
      if (e instanceof EOFException || e instanceof DamagedException) {
        return (IOException) e;
      }
      if (e instanceof MemoryLimitException) {
        return new TooLargeException("memory to unpack (KiB)", MEMORY_KIB);
      }
      return new DamagedException(
          packing + " data is damaged near byte " + source.position() + ": " + e.getMessage(), e);
    }
  }
}
