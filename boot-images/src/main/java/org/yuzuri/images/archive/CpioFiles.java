package org.yuzuri.images.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.jspecify.annotations.Nullable;
import org.yuzuri.images.packing.DamagedException;

/**
 * The entries of one cpio archive, up to its trailer: "new ASCII" with or without checksums, the
 * formats that kernels unpack. Read to its end it leaves the source behind the trailer. Not
 * thread-safe.
 *
 * <p>Source: Linux Documentation/driver-api/early-userspace/buffer-format.rst.
 */
public final class CpioFiles {
  /** Padding inside an archive; kernels know no larger blocks. */
  private static final int UNIT = 4;

  private static final int MAGIC_BYTES = 6;
  private static final String PLAIN = "070701";
  private static final String CHECKSUMMED = "070702";

  private final BoundedHeaders source;
  private final CpioArchiveInputStream cpio;
  private long content;

  /**
   * @param in stands at the first header; not closed
   */
  public CpioFiles(InputStream in) {
    this.source = new BoundedHeaders(in);
    this.cpio = new CpioArchiveInputStream(source, UNIT, UTF_8.name());
  }

  /** Whether these bytes begin an archive; 6 are enough. */
  public static boolean begins(byte[] bytes) {
    return magic(bytes).equals(PLAIN) || hasChecksums(bytes);
  }

  /** Whether the archive that begins so has checksums, which older kernels refuse. */
  public static boolean hasChecksums(byte[] bytes) {
    return magic(bytes).equals(CHECKSUMMED);
  }

  private static String magic(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, MAGIC_BYTES), ISO_8859_1);
  }

  /**
   * Goes to the next entry, over what is left of the present one.
   *
   * @return empty when the trailer was read
   * @throws EOFException the source ends before the trailer
   * @throws DamagedException a header is not one, or a checksum is wrong
   */
  public Optional<CpioArchiveEntry> next() throws IOException {
    @Nullable CpioArchiveEntry entry = source.next(content + UNIT, cpio::getNextEntry);
    if (entry == null) {
      return Optional.empty();
    }
    if ((entry.getFormat() & CpioConstants.FORMAT_NEW_MASK) == 0) {
      throw new DamagedException("cpio header of another format within the archive");
    }
    content = entry.getSize();
    return Optional.of(entry);
  }

  /**
   * The present entry's whole content.
   *
   * @param limit largest size that is wanted
   * @throws DamagedException it is larger than that
   */
  public byte[] content(int limit) throws IOException {
    if (content > limit) {
      throw new DamagedException("cpio entry of " + content + " bytes, expected " + limit);
    }
    return source.next(content + UNIT, () -> cpio.readNBytes((int) content));
  }
}
