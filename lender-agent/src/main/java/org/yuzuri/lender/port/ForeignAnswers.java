package org.yuzuri.lender.port;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Who says on the boot network what only this machine may: an answer of a DHCP server (RFC 2131,
 * 4.1: from port 67 to port 68), or ARP with this machine's address (RFC 5227, 2.4). What this
 * machine says itself does not arrive at its own interface. A table of the kernel's counts; it sees
 * what arrives here, not what a switch carries between two others. Not safe for threads.
 *
 * <p>Source: nft(8), family netdev; libnftables-json(5).
 */
final class ForeignAnswers {

  private static final String FAMILY = "netdev";
  private static final String TABLE = "yuzuri-foreign";
  private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_.-]{1,15}");
  private static final Map<String, TokenMisuse> SETS =
      Map.of(
          "dhcp-answers", TokenMisuse.FOREIGN_DHCP_ANSWER,
          "claims", TokenMisuse.AGENT_ADDRESS_CLAIMED);

  /** Of who speaks once it is known for so long: several looks. */
  private static final int KNOWN_SECONDS = 10;

  private final Nft nft;
  private final String rules;

  /**
   * What was said, and by whom: MAC address, and IPv4 address where it has one.
   *
   * @param ago at least so long, to the second
   */
  record Foreign(TokenMisuse what, String who, Duration ago) {}

  /**
   * Sees nothing before it begins.
   *
   * @param bootInterface where the boot network is on this machine
   * @param bootAddress this machine's on it
   * @throws IllegalArgumentException no name of an interface
   */
  ForeignAnswers(Nft nft, String bootInterface, Ipv4Address bootAddress) {
    if (!INTERFACE.matcher(bootInterface).matches()) {
      throw new IllegalArgumentException(
          "interface is \"" + bootInterface + "\", expected 1 to 15 of A-Za-z0-9_.-");
    }
    this.nft = nft;
    this.rules =
        String.join(
            "\n",
            "add table netdev " + TABLE,
            "delete table netdev " + TABLE,
            "table netdev " + TABLE + " {",
            set("dhcp-answers", "ether_addr . ipv4_addr"),
            set("claims", "ether_addr"),
            "chain arriving {",
            "type filter hook ingress device \"" + bootInterface + "\" priority 0; policy accept;",
            "udp sport 67 udp dport 68 update @dhcp-answers { ether saddr . ip saddr }",
            "arp saddr ip " + bootAddress.text() + " update @claims { arp saddr ether }",
            "}",
            "}",
            "");
  }

  private static String set(String name, String type) {
    return "set "
        + name
        + " { type "
        + type
        + "; size 64; flags dynamic,timeout; timeout "
        + KNOWN_SECONDS
        + "s; }";
  }

  /**
   * Sees from now on; what was seen before is forgotten.
   *
   * @throws FirewallException the kernel cannot, or there is no such interface
   */
  void begin() {
    nft.apply(rules);
  }

  /**
   * Who has spoken in the last seconds.
   *
   * @throws FirewallException it cannot be read
   */
  List<Foreign> seen() {
    List<Foreign> seen = new ArrayList<>();
    for (JsonNode item : nft.list(FAMILY, TABLE)) {
      JsonNode set = item.path("set");
      TokenMisuse what = SETS.get(set.path("name").asText());
      if (what != null) {
        set.path("elem").forEach(each -> seen.add(foreign(what, each.path("elem"))));
      }
    }
    return seen;
  }

  /** Whole seconds are left of the time that it is known. */
  private static Foreign foreign(TokenMisuse what, JsonNode element) {
    int left = element.path("expires").asInt(KNOWN_SECONDS - 1);
    Duration ago = Duration.ofSeconds(Math.max(0, KNOWN_SECONDS - 1 - left));
    return new Foreign(what, who(element.path("val")), ago);
  }

  private static String who(JsonNode value) {
    List<String> parts = new ArrayList<>();
    value.path("concat").forEach(part -> parts.add(part.asText()));
    return parts.isEmpty() ? value.asText() : String.join(" ", parts);
  }
}
