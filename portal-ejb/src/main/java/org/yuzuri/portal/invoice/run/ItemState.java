package org.yuzuri.portal.invoice.run;

/** How far a tenant of a run is. */
public enum ItemState {
  /** It has no document yet. */
  WAITING,
  /** It has one. */
  ISSUED,
  /**
   * It gets none in this run: what it owes was not any more what was reviewed, or there is nothing
   * to credit.
   */
  REFUSED,
  /** Issuing it failed three times; people look why, and try it again. */
  SET_ASIDE
}
