package org.yuzuri.portal.pki;

import java.time.Instant;

/** The moment at which the tests of this package happen. */
public final class PkiClock {

  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private PkiClock() {}
}
