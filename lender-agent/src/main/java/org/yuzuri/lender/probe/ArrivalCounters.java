package org.yuzuri.lender.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.probe.ProbeKind;

/**
 * Counts a probe's frames where they come in at the boot interface, and lets them end there. One
 * chain for each server that is probed.
 *
 * <p>Source: nft(8), family netdev, hook ingress.
 */
final class ArrivalCounters {

  private static final String FAMILY = "netdev";
  private static final String TABLE = "yuzuri_probe";
  private static final String ADD_TABLE = "add table netdev yuzuri_probe\n";

  private final Nft nft;
  private final String networkInterface;

  ArrivalCounters(Nft nft, String networkInterface) {
    this.nft = nft;
    this.networkInterface = networkInterface;
  }

  /**
   * Takes away what an earlier run of the agent has left.
   *
   * @throws FirewallException nothing was changed
   */
  void clear() {
    nft.apply(ADD_TABLE + "delete table netdev yuzuri_probe\n");
  }

  /**
   * Counts from nothing.
   *
   * @throws FirewallException nothing was changed
   */
  void open(long serverId, Parties who) {
    nft.apply(render(chain(serverId), networkInterface, who));
  }

  /**
   * What arrived since {@link #open}.
   *
   * @throws FirewallException it cannot be read
   */
  Arrivals read(long serverId) {
    return Arrivals.of(nft.list(FAMILY, TABLE), chain(serverId));
  }

  /**
   * Ends the counting, if there is any.
   *
   * @throws FirewallException nothing was changed
   */
  void close(long serverId) {
    nft.apply(ADD_TABLE + without(chain(serverId)));
  }

  private static String chain(long serverId) {
    return "server-" + serverId;
  }

  private static String without(String chain) {
    String named = " chain netdev yuzuri_probe " + chain + "\n";
    return "add" + named + "flush" + named + "delete" + named;
  }

  static String render(String chain, String networkInterface, Parties who) {
    StringBuilder text = new StringBuilder(ADD_TABLE).append(without(chain));
    text.append("add chain netdev yuzuri_probe ").append(chain);
    text.append(" { type filter hook ingress device \"").append(networkInterface);
    text.append("\" priority 0; policy accept; }\n");
    rules(who)
        .forEach(
            (match, what) ->
                text.append("add rule netdev yuzuri_probe ")
                    .append(chain)
                    .append(" ether saddr ")
                    .append(match)
                    .append(" counter drop comment \"")
                    .append(what)
                    .append("\"\n"));
    return text.toString();
  }

  /** What is counted as what. A tag is counted also when a switch has taken it off. */
  private static Map<String, String> rules(Parties who) {
    Map<String, String> rules = new LinkedHashMap<>();
    rules.put(who.foreignMac().text(), ProbeKind.FOREIGN_MAC.name());
    rules.put(who.server() + " ether type 8021q", ProbeKind.TAGGED_FRAME.name());
    rules.put(datagram(who, ProbeFrames.TAGGED_PORT), ProbeKind.TAGGED_FRAME.name());
    rules.put(datagram(who, ProbeFrames.BEFORE_PORT), Arrivals.BEFORE);
    rules.put(datagram(who, ProbeFrames.FOREIGN_ADDRESS_PORT), ProbeKind.FOREIGN_ADDRESS.name());
    rules.put(who.server() + " arp saddr ip " + who.foreignAddress(), ProbeKind.FOREIGN_ARP.name());
    rules.put(who.server() + " udp sport 67", ProbeKind.DHCP_ANSWER.name());
    rules.put(
        who.server() + " icmpv6 type nd-router-advert", ProbeKind.ROUTER_ADVERTISEMENT.name());
    rules.put(datagram(who, ProbeFrames.AFTER_PORT), Arrivals.AFTER);
    return rules;
  }

  private static String datagram(Parties who, int port) {
    return who.server() + " udp dport " + port;
  }
}
