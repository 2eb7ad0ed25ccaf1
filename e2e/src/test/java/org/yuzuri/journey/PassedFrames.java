package org.yuzuri.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Counts what of a server's frames arrives at the lender's machine or at another port in another's
 * name, behind whatever the lender agent filters: in a table of its own, later at the same hooks.
 */
final class PassedFrames {
  private static final String TABLE = "attacks";
  private static final String AGENT = "192.0.2.1";

  private final Lab lab;
  private final String rules;

  /**
   * Begins to count.
   *
   * @param port where the frames come from, such as {@code tap-2}
   */
  PassedFrames(Lab lab, String port, String victimsMac, String victimsAddress) {
    this.lab = lab;
    String from = "iifname \"" + port + "\" ";
    String neighbour = from + "ether saddr " + victimsMac + " counter name neighbour\n";
    String own = from + "ether saddr != " + victimsMac + " ";
    String claims =
        own
            + ("arp saddr ip { " + AGENT + ", " + victimsAddress + " } counter name claims\n")
            + own
            + "udp sport { 67, 69 } counter name claims\n"
            + own
            + ("ip saddr " + victimsAddress + " counter name claims\n");
    rules =
        "table bridge attacks {\ncounter neighbour { }\ncounter claims { }\n"
            + ("chain input { type filter hook input priority 0\n" + neighbour + claims + "}\n")
            + ("chain forward { type filter hook forward priority 0\n" + neighbour + claims + "}\n")
            + "}\n";
    countAfresh();
  }

  /** Forgets what was counted. */
  void countAfresh() {
    nft("add table bridge attacks\ndelete table bridge attacks\n" + rules);
  }

  /** Frames with the victim's MAC address that arrived since. */
  long asNeighbour() {
    return counted("neighbour");
  }

  /** ARP, DHCP, TFTP and addresses of others, said with its own MAC address, that arrived since. */
  long claims() {
    return counted("claims");
  }

  /** Waits until the first of those has arrived. */
  void awaitClaims(Duration limit) {
    Awaitility.await("a claim of the thief's")
        .atMost(limit)
        .pollInSameThread()
        .until(() -> claims() > 0);
  }

  /** Leaves nothing behind. */
  void end() {
    nft("delete table bridge attacks");
  }

  private long counted(String name) {
    for (JsonNode item : json(nft("-j", "list", "table", "bridge", TABLE)).path("nftables")) {
      if (item.path("counter").path("name").asText().equals(name)) {
        return item.path("counter").path("packets").asLong();
      }
    }
    throw new AssertionError("no counter " + name);
  }

  private String nft(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "nft";
    System.arraycopy(words, 0, command, 1, words.length);
    return lab.in("lender", command).orFail();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no JSON: " + text, e);
    }
  }
}
