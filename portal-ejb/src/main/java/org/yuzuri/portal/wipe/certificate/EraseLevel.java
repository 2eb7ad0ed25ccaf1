package org.yuzuri.portal.wipe.certificate;

/**
 * How well a disk was erased, in the words of NIST SP 800-88 Rev. 1, section 2.5. The eraser
 * overwrites through the disk's ordinary interface, which is Clear (appendix A, tables );
 * what a disk keeps for itself, such as remapped sectors, is out of its reach. Nothing that it does
 * is claimed to be Purge.
 */
public enum EraseLevel {
  /** Every block that can be addressed was overwritten. */
  CLEAR,
  /** Nothing is claimed. */
  NONE;

  static EraseLevel of(String method) {
    return switch (method) {
      case "zero", "discard+zero" -> CLEAR;
      default -> NONE;
    };
  }
}
