package org.yuzuri.images.initrd;

import java.util.Optional;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.Finding;

/**
 * What headers of gzip and xz may hold that every program reads and no booting kernel does.
 *
 * <p>Source: Linux lib/decompress_inflate.c, which of a gzip header skips ten bytes and the file's
 * name; lib/xz/xz_dec_stream.c, which takes no check or CRC32, and LZMA2 alone or behind one filter
 * for machine code; RFC 1952; The .xz File Format, 2.1.1.2, 3.1, 5.3.
 */
final class KernelHeaders {

  private static final int GZIP_FLAGS = 3;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int COMMENT = 16;

  private static final int XZ_CHECK = 7;
  private static final int BLOCK_FLAGS = 13;
  private static final int FILTERS = 3;
  private static final int DELTA = 3;

  private KernelHeaders() {}

  /** What a stream of gzip begins with. */
  static Optional<Finding> gzip(byte[] head) {
    int flags = head.length > GZIP_FLAGS ? head[GZIP_FLAGS] : 0;
    if ((flags & EXTRA) != 0) {
      return Optional.of(Finding.of(BootImageCode.GZIP_HEADER_REFUSED, "FEXTRA"));
    }
    if ((flags & COMMENT) != 0) {
      return Optional.of(Finding.of(BootImageCode.GZIP_HEADER_REFUSED, "FCOMMENT"));
    }
    return (flags & HEADER_CRC) != 0
        ? Optional.of(Finding.of(BootImageCode.GZIP_HEADER_REFUSED, "FHCRC"))
        : Optional.empty();
  }

  /** What a stream of xz and its first block begin with. */
  static Optional<Finding> xz(byte[] head) {
    if (head.length > XZ_CHECK && (head[XZ_CHECK] & 0x0f) > 1) {
      return Optional.of(
          Finding.of(BootImageCode.XZ_CHECK_REFUSED, xzCheck(head[XZ_CHECK] & 0x0f)));
    }
    // A header of no length is an index: there is no block.
    if (head.length <= BLOCK_FLAGS || head[BLOCK_FLAGS - 1] == 0) {
      return Optional.empty();
    }
    int filters = (head[BLOCK_FLAGS] & FILTERS) + 1;
    if (filters > 2) {
      return Optional.of(Finding.of(BootImageCode.XZ_FILTER_REFUSED, filters + " filters"));
    }
    return filters == 2 && firstFilter(head) == DELTA
        ? Optional.of(Finding.of(BootImageCode.XZ_FILTER_REFUSED, "delta"))
        : Optional.empty();
  }

  /** The number of the first filter stands behind the sizes, where the block tells them. */
  private static int firstFilter(byte[] head) {
    int at = BLOCK_FLAGS + 1;
    for (int told = Integer.bitCount(head[BLOCK_FLAGS] & 0xc0); told > 0; told--) {
      while (at < head.length && head[at] < 0) {
        at++;
      }
      at++;
    }
    return at < head.length ? head[at] : 0;
  }

  private static String xzCheck(int id) {
    return switch (id) {
      case 4 -> "CRC64";
      case 10 -> "SHA-256";
      default -> "no. " + id;
    };
  }
}
