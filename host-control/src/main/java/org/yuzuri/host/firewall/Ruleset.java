package org.yuzuri.host.firewall;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole table as it should be from a moment on. Immutable. */
final class Ruleset {
  /** The table's name, in family inet. */
  static final String TABLE = "yuzuri";

  private static final String TUPLE = "ip %s . ip %s . meta l4proto . th %s";

  private final SiteRules site;
  private final Instant now;
  private final List<List<Opening>> layers;

  Ruleset(SiteRules site, Collection<Opening> openings, Instant now) {
    this.site = site;
    this.now = now;
    this.layers = Layers.of(openings, now);
  }

  /** Whole seconds, so that the kernel never keeps an opening longer than was granted. */
  static long secondsLeft(Opening opening, Instant now) {
    return Duration.between(now, opening.closesAt()).toSeconds();
  }

  /** The elements that should be there, with the seconds that each has left. */
  Map<String, Long> elements() {
    Map<String, Long> elements = new TreeMap<>();
    layers.forEach(
        layer -> layer.forEach(opening -> elements.put(opening.key(), secondsLeft(opening, now))));
    return elements;
  }

  /** One transaction for {@code nft -f}: replaces the table, whether or not it is there. */
  String render() {
    StringBuilder text = new StringBuilder();
    text.append("add table inet ").append(TABLE).append('\n');
    text.append("delete table inet ").append(TABLE).append('\n');
    text.append("table inet ").append(TABLE).append(" {\n");
    for (int layer = 1; layer <= layers.size(); layer++) {
      renderSet(layer, text);
    }
    renderGrants(text);
    renderBase("input", "accept", site.input(), text);
    renderBase("forward", "drop", site.forward(), text);
    return text.append("}\n").toString();
  }

  private void renderSet(int layer, StringBuilder text) {
    text.append("  set openings_").append(layer).append(" {\n");
    text.append("    type ipv4_addr . ipv4_addr . inet_proto . inet_service\n");
    text.append("    flags interval,timeout\n");
    List<Opening> openings = layers.get(layer - 1);
    if (!openings.isEmpty()) {
      text.append("    elements = {\n");
      openings.forEach(
          opening ->
              text.append("      ")
                  .append(opening.key())
                  .append(" timeout ")
                  .append(secondsLeft(opening, now))
                  .append("s comment \"")
                  .append(opening.comment())
                  .append("\",\n"));
      text.append("    }\n");
    }
    text.append("  }\n");
  }

  private void renderGrants(StringBuilder text) {
    text.append("  chain grants {\n");
    for (int layer = 1; layer <= layers.size(); layer++) {
      String set = " @openings_" + layer + " accept\n";
      text.append("    ").append(String.format(TUPLE, "saddr", "daddr", "dport")).append(set);
      // Answers pass as long as the grant lives, not as long as the connection does.
      text.append("    ct state established ct direction reply ")
          .append(String.format(TUPLE, "daddr", "saddr", "sport"))
          .append(set);
    }
    text.append("  }\n");
  }

  private static void renderBase(
      String hook, String policy, List<String> rules, StringBuilder text) {
    text.append("  chain ").append(hook).append(" {\n");
    text.append("    type filter hook ").append(hook).append(" priority filter; policy ");
    text.append(policy).append(";\n");
    rules.forEach(rule -> text.append("    ").append(rule).append('\n'));
    text.append("  }\n");
  }
}
