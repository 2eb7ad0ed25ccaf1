package org.yuzuri.wire.probe;

/** What became of one thing that a port probe tried. */
public enum ProbeOutcome {
  /** Nothing got through, and something ordinary did at the same time. */
  HELD,
  /** It got through: the port is not filtered as it must be. */
  GOT_THROUGH,
  /** Silence that proves nothing, or nothing was there to be tried on; what was seen says why. */
  NOT_TRIED
}
