package org.yuzuri.portal.image;

/** Whether a boot image can be used. */
public enum ImageState {
  /** The kernel or the initrd is not uploaded yet. */
  INCOMPLETE,
  /** It can be booted. */
  READY,
  /** It was found not to be usable; the findings say why. */
  REFUSED,
  /** Its owner removed it; running transfers still have it. */
  REMOVED
}
