package org.yuzuri.lender.traffic;

import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * A server whose traffic counts, under one fence.
 *
 * @param address at which its port lets it send and receive, and nobody else
 */
record CountedServer(Fence fence, Ipv4Address address, Tally sent, Tally received) {

  CountedServer {
    Checks.present(fence, "fence");
    Checks.present(address, "address");
    Checks.present(sent, "sent");
    Checks.present(received, "received");
  }

  static CountedServer from(Fence fence, Ipv4Address address) {
    return new CountedServer(fence, address, Tally.NONE, Tally.NONE);
  }

  /** Name of the kernel's counter; another fence has others. */
  String counter(Direction direction) {
    return "server-" + fence.serverId() + "-" + fence.generation() + "-" + direction.map();
  }

  /** As the kernel's counters are now; one that it has not will begin at nothing. */
  CountedServer counted(TrafficTable.Listing found) {
    return new CountedServer(
        fence,
        address,
        counted(sent, found, Direction.SENT),
        counted(received, found, Direction.RECEIVED));
  }

  private Tally counted(Tally tally, TrafficTable.Listing found, Direction direction) {
    Count shown = found.counters().get(counter(direction));
    return shown == null ? tally.begunAgain() : tally.counted(shown);
  }

  boolean hasTraffic() {
    return sent.total().packets() > 0 || received.total().packets() > 0;
  }
}
