package org.yuzuri.images.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.images.packing.DamagedException;

/** The entries of a tar archive, in order. Not thread-safe. */
public final class TarFiles {
  private static final int BLOCK = 512;

  private final BoundedHeaders source;
  private final Tar tar;
  private long content;

  /**
   * @param in stands at the first header; not closed
   */
  public TarFiles(InputStream in) {
    this.source = new BoundedHeaders(in);
    this.tar = new Tar(source);
  }

  /**
   * Goes to the next entry, over what is left of the present one.
   *
   * @return empty behind the last one
   * @throws EOFException the source ends before the empty block of an archive's end
   * @throws DamagedException a header is not one, or a sparse file's
   */
  public Optional<TarArchiveEntry> next() throws IOException {
    @Nullable TarArchiveEntry entry = source.next(content + BLOCK, tar::getNextEntry);
    if (entry == null) {
      if (!tar.endSeen) {
        throw BoundedHeaders.ended();
      }
      return Optional.empty();
    }
    if (!entry.isCheckSumOK()) {
      throw new DamagedException("tar header checksum is wrong");
    }
    if (entry.isSparse()) {
      throw new DamagedException("tar entry is a sparse file");
    }
    content = entry.getSize();
    return Optional.of(entry);
  }

  /**
   * The present entry's whole content.
   *
   * @param limit largest size that is wanted
   * @throws DamagedException it is larger
   */
  public byte[] content(int limit) throws IOException {
    if (content > limit) {
      throw new DamagedException("tar entry of " + content + " bytes, expected " + limit);
    }
    byte[] bytes = source.next(content, () -> tar.readNBytes((int) content));
    if (bytes.length < content) {
      throw BoundedHeaders.ended();
    }
    return bytes;
  }

  /** Tells an archive's end from its source's. */
  private static final class Tar extends TarArchiveInputStream {
    private boolean endSeen;

    Tar(InputStream in) {
      super(in, UTF_8.name());
    }

    @Override
    protected boolean isEOFRecord(byte @Nullable [] block) {
      boolean end = super.isEOFRecord(block);
      endSeen |= end && block != null;
      return end;
    }
  }
}
