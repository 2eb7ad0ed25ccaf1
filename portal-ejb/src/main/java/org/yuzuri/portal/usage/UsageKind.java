package org.yuzuri.portal.usage;

/** What a usage record counts. */
public enum UsageKind {
  /** Pieces of time of the lease's price that have begun. */
  SERVER_TIME
}
