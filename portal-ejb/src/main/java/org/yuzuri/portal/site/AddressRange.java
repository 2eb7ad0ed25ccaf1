package org.yuzuri.portal.site;

import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/**
 * Addresses that may be given out, as 32-bit numbers.
 *
 * @param first the lowest
 * @param last the highest, not below the first
 */
public record AddressRange(long first, long last) {

  private static final int ADDRESS_BITS = 32;

  /** All host addresses of a network: neither its own nor the broadcast address. */
  public static AddressRange hostsOf(Ipv4Prefix network) {
    long base = network.network().address().bits();
    return new AddressRange(base + 1, base + (1L << (ADDRESS_BITS - network.length())) - 2);
  }

  /** From this address to that one. */
  static AddressRange between(Ipv4Address first, Ipv4Address last) {
    return new AddressRange(first.bits(), last.bits());
  }

  /** Whether two networks have an address in common. */
  public static boolean overlap(Ipv4Prefix one, Ipv4Prefix other) {
    return one.length() <= other.length()
        ? one.contains(other.address())
        : other.contains(one.address());
  }

  /** How many there are. */
  public long size() {
    return last - first + 1;
  }

  boolean contains(Ipv4Address address) {
    return first <= address.bits() && address.bits() <= last;
  }

  /** The lowest address that nobody holds. */
  public OptionalLong lowestFree(Set<Long> held) {
    return LongStream.rangeClosed(first, last).filter(bits -> !held.contains(bits)).findFirst();
  }
}
