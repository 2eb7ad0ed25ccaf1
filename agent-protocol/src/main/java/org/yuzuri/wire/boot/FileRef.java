package org.yuzuri.wire.boot;

import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Sha256;

/** A file of a boot image: what it must hash to, and how long it is. */
public record FileRef(Sha256 sha256, long sizeBytes) {

  /** Largest file that is uploaded, kept, and served to a server that boots: 8 GiB. */
  public static final long LARGEST_BYTES = 8L << 30;

  public FileRef {
    Checks.present(sha256, "sha256");
    Checks.between(sizeBytes, 1, LARGEST_BYTES, "sizeBytes");
  }
}
