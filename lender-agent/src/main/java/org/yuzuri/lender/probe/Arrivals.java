package org.yuzuri.lender.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import org.yuzuri.wire.probe.ProbeKind;

/**
 * How many frames of a probe have arrived.
 *
 * @param before ordinary ones that were sent first
 * @param after ordinary ones that were sent last
 * @param forbidden what the port must hold; of the kinds that are tried by sending
 */
record Arrivals(long before, long after, Map<ProbeKind, Long> forbidden) {

  /** Nothing was counted. */
  static final Arrivals NONE = new Arrivals(0, 0, Map.of());

  static final String BEFORE = "BEFORE";
  static final String AFTER = "AFTER";

  Arrivals {
    forbidden = Map.copyOf(forbidden);
  }

  /** What the rules of one chain have counted; each says in its comment what. */
  static Arrivals of(JsonNode table, String chain) {
    Map<ProbeKind, Long> forbidden = new EnumMap<>(ProbeKind.class);
    long before = 0;
    long after = 0;
    for (JsonNode item : table) {
      JsonNode rule = item.path("rule");
      if (rule.path("chain").asText().equals(chain)) {
        long packets = rule.path("expr").findPath("packets").asLong();
        switch (rule.path("comment").asText()) {
          case BEFORE -> before = packets;
          case AFTER -> after = packets;
          default ->
              forbidden.merge(ProbeKind.valueOf(rule.path("comment").asText()), packets, Long::sum);
        }
      }
    }
    return new Arrivals(before, after, forbidden);
  }

  long count(ProbeKind kind) {
    return forbidden.getOrDefault(kind, 0L);
  }

  /** Whether the port carried something before and after everything else was sent. */
  boolean carried() {
    return before > 0 && after > 0;
  }
}
