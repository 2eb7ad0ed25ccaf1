package org.yuzuri.lender.port;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.port.PortAccess;

/**
 * The kernel's table of filtered ports: fixed rules (resource {@code filter.nft}) over sets that
 * say which port is whose. Not safe for threads.
 *
 * <p>Source: nft(8), family bridge; libnftables-json(5).
 */
final class FilterTable {

  private static final String FAMILY = "bridge";
  private static final String TABLE = "yuzuri";
  private static final String DROPPED = "dropped-";
  private static final List<String> SETS =
      List.of("ports", "closed", "cards", "addresses", "clients");
  private static final String RULES = resource();

  private final Nft nft;

  FilterTable(Nft nft) {
    this.nft = nft;
  }

  /**
   * Replaces all, counters too, as one transaction, and reads it back.
   *
   * @throws FirewallException refused, and nothing was changed; or read back otherwise
   */
  void begin(Collection<PortBinding> bindings) {
    apply("add table bridge yuzuri\ndelete table bridge yuzuri\n", elements(bindings));
  }

  /**
   * As {@link #begin}, but what was counted stays, and so does what is set for other ports: an
   * agent that has lost its memory opens none of them.
   *
   * @param known ports of which only the bindings count
   */
  void replace(Collection<PortBinding> bindings, Set<String> known) {
    Map<String, Set<String>> wished = elements(bindings);
    nft.apply("add table bridge yuzuri\n");
    elements(nft.list(FAMILY, TABLE))
        .forEach(
            (set, members) ->
                members.stream()
                    .filter(member -> !known.contains(member.split("\"", -1)[1]))
                    .forEach(member -> add(wished, set, member)));
    apply("flush table bridge yuzuri\n", wished);
  }

  private void apply(String first, Map<String, Set<String>> wished) {
    nft.apply(render(first, wished));
    verify(wished, nft.list(FAMILY, TABLE));
  }

  static String render(String first, Map<String, Set<String>> elements) {
    StringBuilder text = new StringBuilder(first).append(RULES);
    elements.forEach(
        (set, members) -> {
          text.append("flush set bridge yuzuri ").append(set).append('\n');
          if (!members.isEmpty()) {
            // One message for all: one for each would not fit into netlink's at a large site.
            text.append("add element bridge yuzuri ").append(set).append(" { ");
            text.append(String.join(", ", members)).append(" }\n");
          }
        });
    return text.toString();
  }

  /** What each set should hold, as nft reads it. */
  static Map<String, Set<String>> elements(Collection<PortBinding> bindings) {
    Map<String, Set<String>> sets = new TreeMap<>();
    SETS.forEach(set -> sets.put(set, new TreeSet<>()));
    for (PortBinding binding : bindings) {
      String port = '"' + binding.port().name() + '"';
      add(sets, "ports", port);
      if (binding.access() == PortAccess.CLOSED) {
        add(sets, "closed", port);
      } else {
        add(sets, "cards", port + " . " + binding.mac());
        add(sets, "addresses", port + " . " + binding.address());
        long card = Long.parseLong(binding.mac().text().replace(":", ""), 16);
        add(sets, "clients", port + " . " + card);
      }
    }
    return sets;
  }

  private static void add(Map<String, Set<String>> sets, String set, String member) {
    sets.computeIfAbsent(set, any -> new TreeSet<>()).add(member);
  }

  private static void verify(Map<String, Set<String>> wished, JsonNode listing) {
    Map<String, Set<String>> found = elements(listing);
    Map<String, Integer> rules = new TreeMap<>();
    for (JsonNode item : listing) {
      if (item.has("rule")) {
        rules.merge(item.path("rule").path("chain").asText(), 1, Integer::sum);
      }
    }
    if (!found.equals(wished)) {
      throw new FirewallException("ports read back: " + found + ", expected " + wished, null);
    }
    if (!rules.equals(ruleCounts())) {
      throw new FirewallException(
          "rules read back by chain: " + rules + ", expected " + ruleCounts(), null);
    }
  }

  /** What each set holds. */
  private static Map<String, Set<String>> elements(JsonNode listing) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JsonNode item : listing) {
      String name = item.path("set").path("name").asText();
      if (SETS.contains(name)) {
        found.put(name, members(item.path("set")));
      }
    }
    return found;
  }

  private static Set<String> members(JsonNode set) {
    Set<String> members = new TreeSet<>();
    for (JsonNode element : set.path("elem")) {
      List<String> parts = new ArrayList<>();
      if (element.has("concat")) {
        element.path("concat").forEach(part -> parts.add(part.asText()));
      } else {
        parts.add(element.asText());
      }
      parts.set(0, '"' + parts.get(0) + '"');
      members.add(String.join(" . ", parts));
    }
    return members;
  }

  /** How many rules each chain of the resource has: one a line. */
  private static Map<String, Integer> ruleCounts() {
    Map<String, Integer> counts = new TreeMap<>();
    String chain = "";
    for (String line : RULES.lines().map(String::strip).toList()) {
      if (line.startsWith("chain ")) {
        chain = line.split(" ", 3)[1];
        if (line.endsWith("}")) {
          counts.put(chain, 1);
        }
      } else if (!line.isEmpty() && !line.matches("(set |table |type |#|}).*")) {
        counts.merge(chain, 1, Integer::sum);
      }
    }
    return counts;
  }

  /**
   * How many frames of a port were dropped, by reason; reasons that never were are left out.
   *
   * @throws FirewallException the table cannot be read
   */
  Map<String, Long> dropped(String port) {
    Map<String, Long> dropped = new TreeMap<>();
    for (JsonNode item : nft.list(FAMILY, TABLE)) {
      String name = item.path("set").path("name").asText();
      for (JsonNode element : item.path("set").path("elem")) {
        JsonNode counted = element.path("elem");
        if (name.startsWith(DROPPED) && counted.path("val").asText().equals(port)) {
          dropped.put(
              name.substring(DROPPED.length()), counted.path("counter").path("packets").asLong());
        }
      }
    }
    return dropped;
  }

  private static String resource() {
    try (InputStream in = FilterTable.class.getResourceAsStream("filter.nft")) {
      if (in == null) {
        throw new IllegalStateException("filter.nft is missing in this jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read filter.nft", e);
    }
  }
}
