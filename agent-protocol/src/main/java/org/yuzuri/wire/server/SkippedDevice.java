package org.yuzuri.wire.server;

import org.yuzuri.wire.value.Checks;

/**
 * What the eraser saw and did not erase.
 *
 * @param device name during the erasure, such as {@code /dev/sr0}
 * @param id stable id of the device, or how large it is; may be empty
 */
public record SkippedDevice(String device, String id, Reason reason) {

  /** Why it was not erased. */
  public enum Reason {
    /** Its medium can be taken out: a stick, a card, a BMC's virtual medium. */
    REMOVABLE,
    /** It has no sectors: a card reader, a controller's empty place. */
    EMPTY,
    /** It is an optical drive, a floppy or flash memory of the board. */
    NOT_A_DISK,
    /** It is another path to a disk that was erased; shown by a mark written there, read here. */
    SAME_DISK,
    /** It is capacity of an NVMe controller that belongs to no namespace. */
    UNALLOCATED
  }

  public SkippedDevice {
    Checks.text(device, 200, "skipped.device");
    Checks.line(id, 200, "skipped.id");
    Checks.present(reason, "skipped.reason");
  }
}
