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
public final class Nft {
  private final Processes processes;
  private final ObjectMapper json = new ObjectMapper();

  /** Runs it among these processes. */
  public Nft(Processes processes) {
    this.processes = processes;
  }

  /**
   * Applies what {@code nft -f} reads, as one transaction.
   *
   * @throws FirewallException nothing was changed
   */
  public void apply(String transaction) {
    try {
      processes.runOrThrow(ProcessCall.of("nft", "-f", "-").withInput(transaction));
    } catch (ProcessFailedException e) {
      throw new FirewallException("nftables refused the rules: " + e.getMessage(), e);
    }
  }

  /**
   * What a table holds now: nft's list of objects, each with its kind as its only member.
   *
   * @throws FirewallException there is no such table, or it cannot be read
   */
  public JsonNode list(String family, String table) {
    try {
      String listing =
          processes
              .runOrThrow(ProcessCall.of("nft", "-j", "list", "table", family, table))
              .output();
      return json.readTree(listing).path("nftables");
    } catch (ProcessFailedException | JsonProcessingException e) {
      throw new FirewallException("nftables cannot be read back: " + e.getMessage(), e);
    }
  }

  /** The elements that are in the sets of the site's grants now, with the seconds each has left. */
  Map<String, Long> elements() {
    Map<String, Long> elements = new TreeMap<>();
    for (JsonNode item : list("inet", Ruleset.TABLE)) {
      for (JsonNode element : item.path("set").path("elem")) {
        JsonNode found = element.path("elem");
        elements.put(key(found.path("val").path("concat")), found.path("expires").asLong());
      }
    }
    return elements;
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
