package org.yuzuri.portal.invoice.run;

/** How far a run is. */
public enum RunState {
  /** It was worked out; people look at it, and nothing is issued. */
  REVIEW,
  /** Its documents are being issued, one after the other. */
  ISSUING,
  /** Over. */
  ISSUED,
  /** Over, and nothing was issued. */
  CALLED_OFF
}
