package org.yuzuri.images.modules;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.yuzuri.images.archive.ArMember;
import org.yuzuri.images.archive.Lookalike;
import org.yuzuri.images.archive.TarFiles;
import org.yuzuri.images.finding.BootImageCode;
import org.yuzuri.images.finding.BootImageException;
import org.yuzuri.images.finding.Finding;
import org.yuzuri.images.packing.DamagedException;
import org.yuzuri.images.packing.Packing;
import org.yuzuri.images.packing.PositionedStream;
import org.yuzuri.images.packing.TooLargeException;
import org.yuzuri.images.packing.UnpackBudget;

/** Walks over the files below {@code lib/modules} of a tar archive or a Debian package. */
final class ModulesFile {
  private static final int LARGEST_FILE = 64 << 20;
  private static final int MOST_ENTRIES = 1_000_000;
  private static final int TAR_MAGIC_AT = 257;

  /** What is done with a file. */
  interface Visitor {
    /** Whether its content is wanted. */
    boolean wants(ModulePath path) throws IOException;

    /** Takes a wanted file; a module comes unpacked. */
    void take(ModulePath path, byte[] content) throws IOException;
  }

  private final Path file;
  private final long limitBytes;

  ModulesFile(Path file, long limitBytes) {
    this.file = file;
    this.limitBytes = limitBytes;
  }

  /** One pass over the whole file. */
  void walk(Visitor visitor) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      PositionedStream in = new PositionedStream(bytes);
      UnpackBudget budget = new UnpackBudget(limitBytes);
      try (InputStream unpacked = open(in)) {
        walk(new TarFiles(budget.count(unpacked)), budget, visitor);
      } catch (EOFException e) {
        throw new BootImageException(Finding.of(BootImageCode.MODULES_CUT_OFF, in.position()), e);
      } catch (DamagedException e) {
        throw new BootImageException(Finding.of(BootImageCode.MODULES_DAMAGED, e.getMessage()), e);
      } catch (TooLargeException e) {
        throw new BootImageException(
            Finding.of(BootImageCode.MODULES_TOO_LARGE, e.getMessage(), e.limit()), e);
      }
    }
  }

  private static InputStream open(PositionedStream in) throws IOException {
    byte[] head = in.peek(512);
    if (new String(head, US_ASCII).startsWith(ArMember.MAGIC)) {
      PositionedStream member = new PositionedStream(new ArMember(in, "data.tar"));
      return tar(member, member.peek(512));
    }
    return tar(in, head);
  }

  private static InputStream tar(PositionedStream in, byte[] head) throws IOException {
    Optional<Packing> packing = Packing.of(head);
    if (packing.isPresent()) {
      return packing.get().unpackAll(in);
    }
    if (head.length < 512 || !new String(head, TAR_MAGIC_AT, 5, US_ASCII).equals("ustar")) {
      throw new BootImageException(
          Finding.of(BootImageCode.MODULES_OF_UNKNOWN_FORMAT, Lookalike.of(head)));
    }
    return in;
  }

  private static void walk(TarFiles tar, UnpackBudget budget, Visitor visitor) throws IOException {
    int entries = 0;
    for (Optional<TarArchiveEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
      if (++entries > MOST_ENTRIES) {
        throw new TooLargeException("number of entries", MOST_ENTRIES);
      }
      Optional<ModulePath> path =
          next.get().isFile() ? ModulePath.of(next.get().getName()) : Optional.empty();
      if (path.isPresent() && visitor.wants(path.get())) {
        if (next.get().getSize() > LARGEST_FILE) {
          throw new TooLargeException(path.get().path(), LARGEST_FILE);
        }
        byte[] content = tar.content(LARGEST_FILE);
        visitor.take(
            path.get(), path.get().isModule() ? module(path.get(), content, budget) : content);
      }
    }
  }

  private static byte[] module(ModulePath path, byte[] content, UnpackBudget budget)
      throws IOException {
    Optional<Packing> packing = Packing.of(Arrays.copyOf(content, Packing.MAGIC_BYTES));
    if (packing.isEmpty()) {
      return content;
    }
    PositionedStream in = new PositionedStream(new ByteArrayInputStream(content));
    try (InputStream unpacked = budget.count(packing.get().unpackAll(in))) {
      byte[] module = unpacked.readNBytes(LARGEST_FILE + 1);
      if (module.length > LARGEST_FILE) {
        throw new TooLargeException(path.path(), LARGEST_FILE);
      }
      return module;
    } catch (EOFException e) {
      throw new DamagedException(path.path() + " is cut off", e);
    }
  }
}
