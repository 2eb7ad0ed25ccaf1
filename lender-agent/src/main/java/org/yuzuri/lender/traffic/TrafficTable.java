package org.yuzuri.lender.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;

/**
 * The kernel's counters of traffic between leased servers and what is not on their boot network.
 * The table is one of its own, so that what is counted outlives every change of the grants, and its
 * chain comes behind theirs: what they drop is not counted. Not safe for threads.
 *
 * <p>Source: nft(8), named counters and maps of them; libnftables-json(5).
 */
final class TrafficTable {

  private static final String FAMILY = "inet";
  private static final String TABLE = "yuzuri_traffic";
  private static final String NAMED = " " + FAMILY + " " + TABLE + " ";
  private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_.-]{1,15}");
  private static final int RULES = Direction.values().length;

  private final Nft nft;
  private final String bootInterface;

  /**
   * What the kernel has.
   *
   * @param counters by name
   * @param maps names of counters by address
   * @param rules how many
   */
  record Listing(
      Map<String, Count> counters, Map<Direction, Map<String, String>> maps, int rules) {}

  /**
   * @param bootInterface where leased servers are
   */
  TrafficTable(Nft nft, String bootInterface) {
    if (!INTERFACE.matcher(bootInterface).matches()) {
      throw new IllegalArgumentException(
          "interface is \"" + bootInterface + "\", expected the name of a network interface");
    }
    this.nft = nft;
    this.bootInterface = bootInterface;
  }

  /**
   * What was counted until now.
   *
   * @throws FirewallException it cannot be read
   */
  Listing read() {
    nft.apply("add table " + FAMILY + " " + TABLE + "\n");
    Map<String, Count> counters = new TreeMap<>();
    Map<Direction, Map<String, String>> maps = new EnumMap<>(Direction.class);
    int rules = 0;
    for (JsonNode item : nft.list(FAMILY, TABLE)) {
      if (item.has("counter")) {
        JsonNode counter = item.path("counter");
        counters.put(counter.path("name").asText(), count(counter));
      } else if (item.has("map")) {
        for (Direction direction : Direction.values()) {
          if (item.path("map").path("name").asText().equals(direction.map())) {
            maps.put(direction, elements(item.path("map").path("elem")));
          }
        }
      } else if (item.has("rule")) {
        rules++;
      }
    }
    return new Listing(counters, maps, rules);
  }

  private static Count count(JsonNode counter) {
    JsonNode bytes = counter.path("bytes");
    JsonNode packets = counter.path("packets");
    if (!bytes.canConvertToLong() || !packets.canConvertToLong()) {
      throw new FirewallException("a counter reads " + counter, null);
    }
    return new Count(bytes.longValue(), packets.longValue());
  }

  private static Map<String, String> elements(JsonNode list) {
    Map<String, String> elements = new TreeMap<>();
    list.forEach(pair -> elements.put(pair.path(0).asText(), pair.path(1).asText()));
    return elements;
  }

  /**
   * Counts these servers and no others, as one transaction; counters that are there go on.
   *
   * @param found what the kernel had a moment ago
   * @throws FirewallException nothing was changed
   */
  void ensure(Collection<CountedServer> servers, Listing found) {
    StringBuilder text = new StringBuilder();
    if (found.rules() != RULES || found.maps().size() != RULES) {
      renderRules(text);
    }
    Set<String> wished = new HashSet<>();
    for (Direction direction : Direction.values()) {
      Map<String, String> elements = new TreeMap<>();
      servers.forEach(
          server -> elements.put(server.address().toString(), server.counter(direction)));
      wished.addAll(elements.values());
      renderElements(direction, elements, found, text);
    }
    // A counter goes behind the elements that name it.
    found.counters().keySet().stream()
        .filter(name -> !wished.contains(name))
        .forEach(name -> text.append("delete counter").append(NAMED).append(name).append('\n'));
    if (!text.isEmpty()) {
      nft.apply(text.toString());
    }
  }

  private void renderRules(StringBuilder text) {
    for (Direction direction : Direction.values()) {
      text.append("add map").append(NAMED).append(direction.map());
      text.append(" { type ipv4_addr : counter; }\n");
    }
    text.append("add chain").append(NAMED);
    text.append("forward { type filter hook forward priority filter + 10; policy accept; }\n");
    text.append("flush chain").append(NAMED).append("forward\n");
    String boot = "\"" + bootInterface + "\"";
    text.append("add rule").append(NAMED).append("forward iifname ").append(boot);
    text.append(" oifname != ").append(boot).append(" counter name ip saddr map @sent\n");
    text.append("add rule").append(NAMED).append("forward iifname != ").append(boot);
    text.append(" oifname ").append(boot).append(" counter name ip daddr map @received\n");
  }

  private static void renderElements(
      Direction direction, Map<String, String> wished, Listing found, StringBuilder text) {
    Map<String, String> there = found.maps().getOrDefault(direction, Map.of());
    String map = NAMED + direction.map() + " { ";
    there.forEach(
        (address, counter) -> {
          if (!counter.equals(wished.get(address))) {
            text.append("delete element").append(map).append(address).append(" }\n");
          }
        });
    wished.forEach(
        (address, counter) -> {
          if (!found.counters().containsKey(counter)) {
            text.append("add counter").append(NAMED).append(counter).append('\n');
          }
          if (!counter.equals(there.get(address))) {
            text.append("add element").append(map).append(address);
            text.append(" : \"").append(counter).append("\" }\n");
          }
        });
  }
}
