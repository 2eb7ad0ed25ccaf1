package org.yuzuri.portal.image;

/** What a file is in a boot image. */
public enum FileRole {
  /** The kernel; one. */
  KERNEL(1),
  /** An initial ramdisk; several are unpacked over each other, in order. */
  INITRD(8),
  /** Kernel modules: a tar archive or a kernel's Debian package; one. */
  MODULES(1),
  /** The modules that a transfer needs, as an initrd; made by the portal. */
  MODULES_INITRD(1);

  private final int most;

  FileRole(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  public boolean isUploaded() {
    return this != MODULES_INITRD;
  }
}
