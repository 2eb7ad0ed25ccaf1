package org.yuzuri.images.modules;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** How an initrd that we write is packed. Every kernel takes PLAIN; ZSTD needs Linux 5.9. */
public enum InitrdFormat {
  /** Not packed. */
  PLAIN {
    @Override
    OutputStream pack(OutputStream out) {
      return new Unclosed(out);
    }
  },
  /** gzip. */
  GZIP {
    @Override
    OutputStream pack(OutputStream out) throws IOException {
      return new GZIPOutputStream(new Unclosed(out));
    }
  },
  /** Zstandard. */
  ZSTD {
    @Override
    OutputStream pack(OutputStream out) throws IOException {
      return new ZstdOutputStreamNoFinalizer(new Unclosed(out), LEVEL);
    }
  };

  private static final int LEVEL = 15;

  /** Closing the result ends the packing, not the stream below. */
  abstract OutputStream pack(OutputStream out) throws IOException;

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }
}
