package org.yuzuri.images.initrd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.kernel.KernelConfig;
import org.yuzuri.images.kernel.KernelImage;
import org.yuzuri.images.packing.Packing;

/**
 * What a booting kernel unpacks of an initial ramdisk, which is less than what programs unpack.
 *
 * <p>Source: Linux usr/Kconfig ({@code CONFIG_RD_…}), lib/decompress.c, lib/xz/xz_dec_stream.c,
 * lib/decompress_unzstd.c, lib/decompress_unlz4.c, init/initramfs.c; see docs/boot-images.md.
 */
public final class KernelUnpacking {
  /** As many bytes of a stream as {@link #check} wants to see. */
  static final int HEAD_BYTES = 40;

  /** The largest part of it that the header of a zstd frame takes. */
  private static final int ZSTD_HEADER_BYTES = 18;

  /** Checksums in cpio archives are read since this release. */
  private static final String CHECKSUMS_SINCE = "5.19";

  private static final long LARGEST_WINDOW = 128L << 20;

  /** Packings that are younger than the oldest kernels that are taken. */
  private static final Map<Packing, String> SINCE =
      Map.of(Packing.LZ4, "3.11", Packing.ZSTD, "5.9");

  /** Formats of other programs by their first bytes, which no kernel unpacks. */
  private static final Map<String, BootImageCode> REFUSED =
      Map.of(
          "\u0004\"M\u0018", BootImageCode.LZ4_FRAME_FORMAT,
          "\u0089LZO\0\r\n\u001a\n", BootImageCode.LZO_PACKING,
          "070707", BootImageCode.OTHER_CPIO_FORMAT,
          "\u00c7q", BootImageCode.OTHER_CPIO_FORMAT,
          "q\u00c7", BootImageCode.OTHER_CPIO_FORMAT);

  private KernelUnpacking() {}

  /** What to say of bytes that begin neither a cpio archive nor a packing that is known. */
  static Optional<Finding> refused(byte[] head) {
    String text = new String(head, ISO_8859_1);
    return REFUSED.entrySet().stream()
        .filter(format -> text.startsWith(format.getKey()))
        .findFirst()
        .map(format -> Finding.of(format.getValue()));
  }

  /**
   * Refuses a stream that no kernel unpacks although its packing is one of the kernel's.
   *
   * @param head the stream's first {@link #HEAD_BYTES}
   * @throws BootImageException BI142, BI146, BI150, BI151
   */
  static void check(Packing packing, byte[] head) throws BootImageException {
    Optional<Finding> unskipped =
        switch (packing) {
          case GZIP -> KernelHeaders.gzip(head);
          case XZ -> KernelHeaders.xz(head);
          default -> Optional.empty();
        };
    if (unskipped.isPresent()) {
      throw new BootImageException(unskipped.get());
    }
    if (packing == Packing.ZSTD
        && head.length >= ZSTD_HEADER_BYTES
        && window(head) > LARGEST_WINDOW) {
      throw new BootImageException(
          Finding.of(
              BootImageCode.ZSTD_WINDOW_TOO_LARGE, window(head) >> 20, LARGEST_WINDOW >> 20));
    }
  }

  /** Source: RFC 8878, 3.1.1.1. */
  private static long window(byte[] head) {
    int descriptor = head[4] & 0xff;
    boolean singleSegment = (descriptor & 0x20) != 0;
    if (!singleSegment) {
      int exponent = (head[5] & 0xff) >> 3;
      long base = 1L << (10 + exponent);
      return base + base / 8 * (head[5] & 7);
    }
    int dictionary = new int[] {0, 1, 2, 4}[descriptor & 3];
    int bytes = new int[] {1, 2, 4, 8}[descriptor >> 6];
    long size = bytes == 2 ? 256 : 0;
    for (int i = 0; i < bytes; i++) {
      size += (head[5 + dictionary + i] & 0xffL) << (8 * i);
    }
    return size < 0 ? Long.MAX_VALUE : size;
  }

  /** What keeps this kernel from unpacking one archive of an initrd, or may. */
  public static Optional<Finding> judge(KernelImage kernel, InitrdArchive.Segment segment) {
    Optional<Finding> packed = segment.packing().flatMap(packing -> judge(kernel, packing));
    if (packed.isEmpty() && segment.checksummed() && isOlder(kernel, CHECKSUMS_SINCE)) {
      return Optional.of(
          Finding.of(BootImageCode.CHECKSUMS_PERHAPS_TOO_NEW, kernel.version(), CHECKSUMS_SINCE));
    }
    return packed;
  }

  private static Optional<Finding> judge(KernelImage kernel, Packing packing) {
    if (kernel.config().isPresent()) {
      KernelConfig config = kernel.config().get();
      return config.has(option(packing))
          ? Optional.empty()
          : Optional.of(
              Finding.of(
                  BootImageCode.PACKING_NOT_CONFIGURED,
                  name(packing),
                  kernel.version(),
                  option(packing),
                  unpacked(config)));
    }
    // Distributors put packings into older kernels: without the configuration it is a doubt.
    return Optional.ofNullable(SINCE.get(packing))
        .filter(since -> isOlder(kernel, since))
        .map(
            since ->
                Finding.of(
                    BootImageCode.PACKING_PERHAPS_TOO_NEW, name(packing), kernel.version(), since));
  }

  private static String unpacked(KernelConfig config) {
    String known =
        Arrays.stream(Packing.values())
            .filter(packing -> config.has(option(packing)))
            .map(KernelUnpacking::name)
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "cpio" : known;
  }

  private static String option(Packing packing) {
    return "CONFIG_RD_" + packing;
  }

  private static String name(Packing packing) {
    return packing.name().toLowerCase(Locale.ROOT);
  }

  private static boolean isOlder(KernelImage kernel, String since) {
    return number(kernel.version()) < number(since);
  }

  /** 6.1.0-50-amd64 is 6001. */
  private static int number(String version) {
    String[] parts = version.split("[^0-9]", 3);
    int major = digits(parts[0]);
    return major * 1000 + (parts.length > 1 ? digits(parts[1]) : 0);
  }

  private static int digits(String text) {
    return text.isEmpty() || text.length() > 4 ? 0 : Integer.parseInt(text);
  }
}
