package org.yuzuri.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** The switch that the lab's servers are plugged into, which the lender agent filters. */
final class Ports {
  private static final String DROPPED = "dropped-";

  private final Lab lab;
  private boolean open;

  Ports(Lab lab) {
    this.lab = lab;
  }

  /**
   * What a site has whose switch filters nothing: servers reach each other and say anything. A
   * switch's frames do not pass the lender's firewall either, as a bridge's may (br_netfilter).
   */
  void letEverythingPass(int... servers) {
    open = true;
    lab.in("lender", "sysctl", "-eqw", "net.bridge.bridge-nf-call-iptables=0").orFail();
    nft("add table bridge yuzuri\ndelete table bridge yuzuri");
    for (int server : servers) {
      lab.in(
              "lender",
              "ip",
              "link",
              "set",
              "dev",
              port(server),
              "type",
              "bridge_slave",
              "isolated",
              "off")
          .orFail();
    }
  }

  boolean areOpen() {
    return open;
  }

  private void nft(String rules) {
    lab.in("lender", "nft", rules).orFail();
  }

  /** Restarts the lender agent, which filters as before. */
  void filterAgain() {
    lab.kill("lender-agent");
    lab.startAgain("lender-agent");
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInSameThread()
        .until(() -> table().exitCode() == 0);
    open = false;
  }

  /** Frames of a server that were dropped, by reason, since the agent's start. */
  Map<String, Long> dropped(int server) {
    Map<String, Long> dropped = new TreeMap<>();
    for (JsonNode item : json(table().orFail()).path("nftables")) {
      String name = item.path("set").path("name").asText();
      for (JsonNode element : item.path("set").path("elem")) {
        JsonNode counted = element.path("elem");
        if (name.startsWith(DROPPED) && counted.path("val").asText().equals(port(server))) {
          dropped.put(
              name.substring(DROPPED.length()), counted.path("counter").path("packets").asLong());
        }
      }
    }
    return dropped;
  }

  private Commands.Result table() {
    return lab.in("lender", "nft", "-j", "list", "table", "bridge", "yuzuri");
  }

  private static String port(int server) {
    return "tap-" + server;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no JSON: " + text, e);
    }
  }
}
