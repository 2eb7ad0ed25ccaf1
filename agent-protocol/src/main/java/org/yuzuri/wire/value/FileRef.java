package org.yuzuri.wire.value;

/** A file of a boot image: what it must hash to, and how long it is. */
public record FileRef(Sha256 sha256, long sizeBytes) {

  public FileRef {
    Checks.present(sha256, "sha256");
    Checks.between(sizeBytes, 1, Long.MAX_VALUE, "sizeBytes");
  }
}
