package org.yuzuri.portal.pki;

import java.time.Instant;

/** The moment at which the tests of this package happen. */
final class PkiClock {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private PkiClock() {}
}
