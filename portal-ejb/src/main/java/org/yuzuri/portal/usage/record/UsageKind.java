package org.yuzuri.portal.usage.record;

/** What a usage record counts. */
public enum UsageKind {
  /** Pieces of time of the lease's price that have begun. */
  SERVER_TIME,
  /** A server that was set up: one, with the hand-over. */
  SETUP,
  /** Seconds in which a fault of the datacenter kept the tenant from its server. */
  LENDER_FAULT,
  /** Bytes of a tenant's boot images at the end of a day. */
  STORAGE,
  /** Bytes of IP packets that a server sent to the outside. */
  TRAFFIC_SENT,
  /** Bytes of IP packets that a server received from the outside. */
  TRAFFIC_RECEIVED
}
