package org.yuzuri.portal.usage.traffic;

import java.io.Serializable;

/**
 * What a leased server sent to the outside and received from there in one calendar month of the
 * contract's zone, in bytes; of hours that are written down.
 */
public record TrafficUsed(long sent, long received) implements Serializable {

  static final TrafficUsed NOTHING = new TrafficUsed(0, 0);

  /** Both directions together, as it is charged. */
  public long bytes() {
    return Math.addExact(sent, received);
  }

  TrafficUsed plus(TrafficUsed more) {
    return new TrafficUsed(Math.addExact(sent, more.sent), Math.addExact(received, more.received));
  }
}
