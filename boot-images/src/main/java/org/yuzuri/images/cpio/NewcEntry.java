package org.yuzuri.images.cpio;

/**
 * One entry's header.
 *
 * @param name as written, never empty; may hold anything but NUL
 * @param mode type and permission bits
 * @param sizeBytes of the content
 */
public record NewcEntry(String name, int mode, long sizeBytes) {
  private static final int TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int LINK = 0120000;

  /** Whether it is a regular file. */
  public boolean regular() {
    return (mode & TYPE) == REGULAR;
  }

  /** Whether it is a symbolic link; its content is the target. */
  public boolean symbolicLink() {
    return (mode & TYPE) == LINK;
  }
}
