package org.yuzuri.images.initrd;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yuzuri.images.archive.CpioFiles;
import org.yuzuri.images.archive.Lookalike;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.modules.ModuleSet;
import org.yuzuri.images.packing.DamagedException;
import org.yuzuri.images.packing.Packing;
import org.yuzuri.images.packing.PositionedStream;
import org.yuzuri.images.packing.TooLargeException;
import org.yuzuri.images.packing.UnpackBudget;

/**
 * An initial ramdisk: cpio archives behind each other, each plain or packed, as the kernel unpacks
 * them. Immutable.
 *
 * @param segments in order
 * @param unpackedBytes of all segments
 * @param hasInit whether there is a {@code /init}
 * @param modules by kernel release
 */
public record InitrdArchive(
    List<Segment> segments, long unpackedBytes, boolean hasInit, Map<String, ModuleSet> modules) {
  /** Largest unpacked size unless said otherwise. */
  public static final long DEFAULT_LIMIT_BYTES = 4L << 30;

  /** What the kernel aligns headers to. */
  private static final int UNIT = 4;

  /**
   * One archive of an initrd.
   *
   * @param position first byte in the file
   * @param packing empty when it is not packed
   * @param entries files, directories and links
   * @param checksummed whether it is in the format with checksums, which older kernels refuse
   */
  public record Segment(
      long position, Optional<Packing> packing, int entries, boolean checksummed) {}

  /** Copies. */
  public InitrdArchive {
    segments = List.copyOf(segments);
    modules = Map.copyOf(modules);
  }

  /** As {@link #read(Path, long)} with {@link #DEFAULT_LIMIT_BYTES}. */
  public static InitrdArchive read(Path file) throws IOException {
    return read(file, DEFAULT_LIMIT_BYTES);
  }

  /**
   * Reads a whole initrd; takes as long as unpacking it.
   *
   * @param limitBytes largest unpacked size
   * @throws BootImageException BI110–BI113, BI142–BI148, BI150, BI151
   */
  public static InitrdArchive read(Path file, long limitBytes) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(bytes, limitBytes);
    }
  }

  static InitrdArchive read(InputStream bytes, long limitBytes) throws IOException {
    PositionedStream in = new PositionedStream(bytes);
    try {
      return new Reading(in, limitBytes).run();
    } catch (EOFException e) {
      throw new BootImageException(Finding.of(BootImageCode.INITRD_CUT_OFF, in.position()), e);
    } catch (DamagedException e) {
      throw new BootImageException(Finding.of(BootImageCode.INITRD_DAMAGED, e.getMessage()), e);
    } catch (TooLargeException e) {
      throw new BootImageException(
          Finding.of(BootImageCode.INITRD_TOO_LARGE, e.getMessage(), e.limit()), e);
    }
  }

  /** The kernel releases that it has modules for, ordered. */
  public SortedSet<String> versions() {
    return new TreeSet<>(modules.keySet());
  }

  /** The modules for a release. */
  public ModuleSet modulesFor(String version) {
    return modules.getOrDefault(version, ModuleSet.NONE);
  }

  /** One pass over one file. */
  private static final class Reading {
    private final PositionedStream in;
    private final UnpackBudget budget;
    private final InitrdContent content = new InitrdContent();
    private final List<Segment> segments = new ArrayList<>();
    private boolean checksummed;

    Reading(PositionedStream in, long limitBytes) {
      this.in = in;
      this.budget = new UnpackBudget(limitBytes);
    }

    InitrdArchive run() throws IOException {
      while (in.skipZeros()) {
        segments.add(segment());
      }
      if (segments.isEmpty()) {
        throw new EOFException("empty");
      }
      return new InitrdArchive(segments, budget.usedBytes(), content.hasInit(), content.modules());
    }

    private Segment segment() throws IOException {
      long position = in.position();
      byte[] head = in.peek(KernelUnpacking.HEAD_BYTES);
      Optional<Packing> packing = Packing.of(head);
      if (CpioFiles.begins(head)) {
        aligned(position, position);
      } else if (packing.isEmpty()) {
        throw new BootImageException(
            KernelUnpacking.refused(head)
                .orElseGet(
                    () ->
                        Finding.of(
                            BootImageCode.INITRD_OF_UNKNOWN_FORMAT, position, Lookalike.of(head))));
      } else {
        KernelUnpacking.check(packing.get(), head);
      }
      checksummed = false;
      int entries = packing.isPresent() ? packed(packing.get(), position) : plain();
      return new Segment(position, packing, entries, checksummed);
    }

    /** Elsewhere the kernel takes a header for the beginning of something packed. */
    private static void aligned(long inArchive, long position) throws BootImageException {
      if (inArchive % UNIT != 0) {
        throw new BootImageException(Finding.of(BootImageCode.ARCHIVE_NOT_ALIGNED, position, UNIT));
      }
    }

    private int plain() throws IOException {
      long before = in.position();
      int entries = archive(in);
      budget.spend(in.position() - before);
      return entries;
    }

    private int archive(PositionedStream source) throws IOException {
      checksummed |= CpioFiles.hasChecksums(source.peek(Packing.MAGIC_BYTES));
      return content.take(new CpioFiles(source));
    }

    private int packed(Packing packing, long position) throws IOException {
      int entries = 0;
      try (Ended unpacked = new Ended(packing.unpackOne(in))) {
        PositionedStream archives = new PositionedStream(budget.count(unpacked));
        while (archives.skipZeros()) {
          aligned(archives.position(), position);
          entries += packedArchive(packing, archives, unpacked);
        }
      }
      return entries;
    }

    private int packedArchive(Packing packing, PositionedStream archives, Ended unpacked)
        throws IOException {
      byte[] magic = archives.peek(Packing.MAGIC_BYTES);
      if (!CpioFiles.begins(magic)) {
        Optional<Finding> refused = KernelUnpacking.refused(magic);
        if (refused.isPresent()) {
          throw new BootImageException(refused.get());
        }
        throw new DamagedException(
            packing + " data holds no cpio archive but " + Lookalike.of(magic));
      }
      try {
        return archive(archives);
      } catch (EOFException e) {
        if (unpacked.ended) {
          throw new BootImageException(
              Finding.of(BootImageCode.ARCHIVE_IN_PIECES, packing.name().toLowerCase(Locale.ROOT)),
              e);
        }
        throw e;
      }
    }
  }

  /** Knows whether its source came to a proper end. */
  private static final class Ended extends FilterInputStream {
    private boolean ended;

    Ended(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      ended |= next < 0;
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      ended |= count < 0;
      return count;
    }
  }
}
