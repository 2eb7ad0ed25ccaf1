package org.yuzuri.lender.traffic;

import org.yuzuri.wire.value.Checks;

/**
 * IP packets, and the bytes of them from the IP header on. What a network card has put together is
 * one packet with one header.
 */
record Count(long bytes, long packets) {

  static final Count NONE = new Count(0, 0);

  Count {
    Checks.between(bytes, 0, Long.MAX_VALUE, "bytes");
    Checks.between(packets, 0, Long.MAX_VALUE, "packets");
  }

  Count plus(Count more) {
    return new Count(Math.addExact(bytes, more.bytes), Math.addExact(packets, more.packets));
  }

  /** What came after {@code before}; all of it when the counter has begun again since. */
  Count since(Count before) {
    boolean again = bytes < before.bytes || packets < before.packets;
    return again ? this : new Count(bytes - before.bytes, packets - before.packets);
  }
}
