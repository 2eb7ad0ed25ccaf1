package org.yuzuri.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;
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
   * @param thief where the frames come from
   * @param victim in whose place they speak
   */
  PassedFrames(Lab lab, Rack thief, Rack victim) {
    this.lab = lab;
    String from = "iifname \"" + thief.port() + "\" ";
    String neighbour = from + "ether saddr " + victim.mac() + " counter name neighbour\n";
    String own = from + "ether saddr != " + victim.mac() + " ";
    String claims =
        own
            + ("arp saddr ip { " + AGENT + ", " + victim.address() + " } counter name claims\n")
            + (own + "udp sport { 67, 69 } counter name claims\n")
            + (own + "ip saddr " + victim.address() + " counter name claims\n");
    String victims = "iifname \"" + victim.port() + "\" ";
    String asked = victims + "udp dport 67 counter name asked\n";
    String heard =
        victims + "oifname \"" + thief.port() + "\" udp dport { 67, 69 } counter name heard\n";
    String answers =
        own + "oifname \"" + victim.port() + "\" udp sport { 67, 69 } counter name answers\n";
    rules =
        "table bridge attacks {\n"
            + "counter neighbour { }\ncounter claims { }\n"
            + "counter asked { }\ncounter heard { }\ncounter answers { }\n"
            + ("chain input { type filter hook input priority 0\n" + neighbour + claims + asked)
            + "}\n"
            + ("chain forward { type filter hook forward priority 0\n" + neighbour + claims)
            + (heard + answers)
            + "}\n}\n";
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

  /** What the victim asked by DHCP that arrived at the lender's machine, since. */
  long asked() {
    return counted("asked");
  }

  /** What the victim asked by DHCP or TFTP that arrived at the thief's port, since. */
  long heard() {
    return counted("heard");
  }

  /** DHCP and TFTP as only a server says it, at the victim's own port, since. */
  long answers() {
    return counted("answers");
  }

  /** Waits until the first claim has arrived. */
  void awaitClaims(Duration limit) {
    await("a claim of the thief's", limit, this::claims);
  }

  /** Waits until the victim has asked the lender's machine by DHCP. */
  void awaitAsked(Duration limit) {
    await("a question of the victim's", limit, this::asked);
  }

  /** Waits until the first answer has arrived at the victim's port. */
  void awaitAnswers(Duration limit) {
    await("an answer of the thief's at its victim's port", limit, this::answers);
  }

  private static void await(String what, Duration limit, LongSupplier count) {
    Awaitility.await(what).atMost(limit).pollInSameThread().until(() -> count.getAsLong() > 0);
  }

  /** All counts in a sentence. */
  String summary() {
    return "frames that arrived: "
        + ("as the neighbour " + asNeighbour() + ", claims " + claims())
        + ("; the victim asked " + asked() + ", of which the thief heard " + heard())
        + (" and answered " + answers());
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
