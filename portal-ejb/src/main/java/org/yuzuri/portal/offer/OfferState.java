package org.yuzuri.portal.offer;

/** Whether an offer can be ordered. */
public enum OfferState {
  /** It can. */
  OPEN,
  /** Not any more; its leases go on. */
  WITHDRAWN
}
