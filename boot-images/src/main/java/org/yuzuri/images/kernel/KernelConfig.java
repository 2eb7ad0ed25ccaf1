package org.yuzuri.images.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuzuri.images.packing.Packing;
import org.yuzuri.images.packing.PositionedStream;
import org.yuzuri.images.packing.UnpackBudget;

/**
 * A kernel's own configuration, which some kernels carry in themselves ({@code CONFIG_IKCONFIG=y}).
 * Immutable.
 *
 * <p>Source: Linux kernel/configs.c: a gzip member between {@code IKCFG_ST} and {@code IKCFG_ED}.
 *
 * @param builtin the options that are {@code y}
 */
public record KernelConfig(Set<String> builtin) {
  /** Without it a kernel takes no initrd at all. */
  static final String INITRD_OPTION = "CONFIG_BLK_DEV_INITRD";

  private static final byte[] MARK = "IKCFG_ST".getBytes(US_ASCII);
  private static final long LARGEST_KERNEL = 1L << 30;
  private static final int LARGEST_CONFIG = 4 << 20;
  private static final int CHUNK = 1 << 16;

  /** Copies. */
  public KernelConfig {
    builtin = Set.copyOf(builtin);
  }

  /** Whether an option is {@code y}. */
  public boolean has(String option) {
    return builtin.contains(option);
  }

  /**
   * Looks for it in a bzImage.
   *
   * @param position where the packed kernel begins in the file
   * @return empty when the kernel has none, or is packed in a way that is not known here
   */
  static Optional<KernelConfig> find(Path kernel, long position) {
    try (InputStream file = Files.newInputStream(kernel)) {
      PositionedStream source = new PositionedStream(file);
      source.skipExactly(position);
      Optional<Packing> packing = Packing.of(source.peek(Packing.MAGIC_BYTES));
      if (packing.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream unpacked = packing.get().unpackOne(source)) {
        return search(new UnpackBudget(LARGEST_KERNEL).count(unpacked));
      }
    } catch (IOException e) {
      // Whether the kernel itself is whole is not judged by what it carries.
      return Optional.empty();
    }
  }

  private static Optional<KernelConfig> search(InputStream kernel) throws IOException {
    byte[] window = new byte[CHUNK + MARK.length];
    int kept = 0;
    for (int read = kernel.readNBytes(window, kept, CHUNK);
        read > 0;
        read = kernel.readNBytes(window, kept, CHUNK)) {
      int filled = kept + read;
      int at = new String(window, 0, filled, ISO_8859_1).indexOf("IKCFG_ST");
      if (at >= 0) {
        int behind = at + MARK.length;
        return Optional.of(
            parse(
                new SequenceInputStream(
                    new ByteArrayInputStream(window, behind, filled - behind), kernel)));
      }
      kept = Math.min(filled, MARK.length - 1);
      System.arraycopy(window, filled - kept, window, 0, kept);
    }
    return Optional.empty();
  }

  private static KernelConfig parse(InputStream packed) throws IOException {
    try (InputStream text = Packing.GZIP.unpackOne(new PositionedStream(packed))) {
      return of(new String(text.readNBytes(LARGEST_CONFIG), ISO_8859_1));
    }
  }

  static KernelConfig of(String text) {
    return new KernelConfig(
        text.lines()
            .filter(line -> line.startsWith("CONFIG_") && line.endsWith("=y"))
            .map(line -> line.substring(0, line.length() - 2))
            .collect(Collectors.toSet()));
  }
}
