package org.yuzuri.lender.probe;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.yuzuri.wire.boot.ProbeTargets;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;

/**
 * Between whom a probe's frames go.
 *
 * @param server the server's own hardware address
 * @param address the server's own address
 * @param agentMac the agent's, on the boot interface
 * @param foreignMac nobody's
 * @param foreignAddress another server's, or when none is known, one of the boot network
 */
record Parties(
    MacAddress server,
    Ipv4Address address,
    MacAddress agentMac,
    Ipv4Address agent,
    MacAddress foreignMac,
    Ipv4Address foreignAddress) {

  /** Locally administered, of one card: IEEE 802, 8.2. */
  private static final int LOCAL = 0x02;

  private static final int RANDOM_BYTES = 5;

  /**
   * Of the boot's server.
   *
   * @param random what the hardware address that is nobody's is drawn from
   */
  static Parties of(
      EnsureBoot boot,
      ProbeTargets targets,
      MacAddress agentMac,
      Ipv4Address agent,
      RandomGenerator random) {
    List<Ipv4Address> others = targets.neighbours();
    return new Parties(
        boot.mac(),
        boot.address().address(),
        agentMac,
        agent,
        drawn(random),
        others.isEmpty() ? another(boot.address(), agent) : others.get(0));
  }

  private static MacAddress drawn(RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    StringBuilder text = new StringBuilder("%02x".formatted(LOCAL));
    for (byte one : bytes) {
      text.append(":%02x".formatted(one));
    }
    return MacAddress.of(text.toString());
  }

  /** The last address but the broadcast that is neither the server's nor the agent's. */
  private static Ipv4Address another(Ipv4Prefix own, Ipv4Address agent) {
    long last = own.network().address().bits() + (1L << (32 - own.length())) - 2;
    return LongStream.iterate(last, bits -> bits - 1)
        .mapToObj(Ipv4Address::ofBits)
        .filter(address -> !address.equals(own.address()) && !address.equals(agent))
        .findFirst()
        .orElseThrow();
  }
}
