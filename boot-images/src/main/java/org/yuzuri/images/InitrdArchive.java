package org.yuzuri.images;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.yuzuri.images.cpio.NewcReader;
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

  /**
   * One archive of an initrd.
   *
   * @param position first byte in the file
   * @param packing empty when it is not packed
   * @param entries files, directories and links
   */
  public record Segment(long position, Optional<Packing> packing, int entries) {}

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
   * @throws BootImageException BI110–BI113
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
      throw new BootImageException(Finding.of(BootImageCode.BI111, in.position()), e);
    } catch (DamagedException e) {
      throw new BootImageException(Finding.of(BootImageCode.BI112, e.getMessage()), e);
    } catch (TooLargeException e) {
      throw new BootImageException(Finding.of(BootImageCode.BI113, e.getMessage(), e.limit()), e);
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
    private final List<Segment> segments = new java.util.ArrayList<>();

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
      byte[] magic = in.peek(Packing.MAGIC_BYTES);
      if (NewcReader.begins(magic)) {
        return new Segment(position, Optional.empty(), plain());
      }
      Packing packing =
          Packing.of(magic)
              .orElseThrow(
                  () ->
                      new BootImageException(
                          Finding.of(BootImageCode.BI110, position, Lookalike.of(magic))));
      return new Segment(position, Optional.of(packing), packed(packing));
    }

    private int plain() throws IOException {
      long before = in.position();
      int entries = content.take(new NewcReader(in));
      budget.spend(in.position() - before);
      return entries;
    }

    private int packed(Packing packing) throws IOException {
      int entries = 0;
      try (InputStream unpacked = packing.unpackOne(in)) {
        PositionedStream archives = new PositionedStream(budget.count(unpacked));
        while (archives.skipZeros()) {
          if (!NewcReader.begins(archives.peek(Packing.MAGIC_BYTES))) {
            throw new DamagedException(
                packing
                    + " data holds no cpio archive but "
                    + Lookalike.of(archives.peek(Packing.MAGIC_BYTES)));
          }
          entries += content.take(new NewcReader(archives));
        }
      }
      return entries;
    }
  }
}
