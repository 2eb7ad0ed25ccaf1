package org.yuzuri.portal.errand;

/** What became of an errand's last try. */
public enum ErrandState {
  /** On its way. */
  OPEN,
  /** The wanted end is reached. */
  DONE,
  /** The daemon could not reach it. */
  FAILED,
  /** Its time passed before the end was reached. */
  EXPIRED,
  /** The daemon was interrupted and cannot say. */
  UNKNOWN
}
