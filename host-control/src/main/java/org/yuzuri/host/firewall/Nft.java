package org.yuzuri.host.firewall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessFailedException;
import org.yuzuri.host.Processes;

/**
 * Runs nft.
 *
 * <p>Source: nft(8), libnftables-json(5).
 */
final class Nft {
  private final Processes processes;
  private final ObjectMapper json = new ObjectMapper();

  Nft(Processes processes) {
    this.processes = processes;
  }

  /**
   * Applies a ruleset as one transaction.
   *
   * @throws FirewallException nothing was changed
   */
  void apply(Ruleset ruleset) {
    try {
      processes.runOrThrow(ProcessCall.of("nft", "-f", "-").withInput(ruleset.render()));
    } catch (ProcessFailedException e) {
      throw new FirewallException("nftables refused the rules: " + e.getMessage(), e);
    }
  }

  /** The elements that are in the kernel's sets now, with the seconds that each has left. */
  Map<String, Long> elements() {
    try {
      String listing =
          processes
              .runOrThrow(ProcessCall.of("nft", "-j", "list", "table", "inet", Ruleset.TABLE))
              .output();
      Map<String, Long> elements = new TreeMap<>();
      for (JsonNode item : json.readTree(listing).path("nftables")) {
        for (JsonNode element : item.path("set").path("elem")) {
          JsonNode found = element.path("elem");
          elements.put(key(found.path("val").path("concat")), found.path("expires").asLong());
        }
      }
      return elements;
    } catch (ProcessFailedException | JsonProcessingException e) {
      throw new FirewallException("nftables cannot be read back: " + e.getMessage(), e);
    }
  }

  private static String key(JsonNode concatenation) {
    List<String> parts = new ArrayList<>();
    concatenation.forEach(part -> parts.add(part(part)));
    return String.join(" . ", parts);
  }

  private static String part(JsonNode part) {
    if (part.has("prefix")) {
      JsonNode prefix = part.get("prefix");
      return prefix.path("addr").asText() + "/" + prefix.path("len").asText();
    }
    if (part.has("range")) {
      return part.get("range").path(0).asText() + "-" + part.get("range").path(1).asText();
    }
    return part.asText();
  }
}
