package org.yuzuri.portal.wipe;

/** Why evidence of an erasure does not prove a server clean; text {@code doubt.NAME}. */
public enum DiskDoubt {
  /** A disk of the record was not erased. */
  DISK_MISSING,
  /** A disk shows less than the record says: the rest of it is not erased. */
  DISK_SMALLER,
  /** A disk shows more than the record says: it is another one, or the record is wrong. */
  DISK_LARGER,
  /** Two disks have one name: nobody can say which is the record's. */
  DISK_TWICE,
  /** A disk was found that the record does not have. */
  DISK_UNKNOWN,
  /** Not all of it was overwritten, or not as much of it read back as this site wants. */
  DISK_NOT_READ_BACK,
  /** The eraser had a problem with a disk. */
  DISK_PROBLEM,
  /** The eraser had a problem that is no disk's. */
  ERASER_PROBLEM
}
