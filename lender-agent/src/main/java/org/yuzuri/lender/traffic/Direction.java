package org.yuzuri.lender.traffic;

import java.util.Locale;

/** As the server sees it. */
enum Direction {
  SENT,
  RECEIVED;

  /** The kernel's map of addresses to counters. */
  String map() {
    return name().toLowerCase(Locale.ROOT);
  }
}
