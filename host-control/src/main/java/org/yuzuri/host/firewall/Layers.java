package org.yuzuri.host.firewall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts openings into sets: the kernel refuses two elements in one set that overlap, but grants
 * may.
 */
final class Layers {
  private Layers() {}

  /**
   * Layers without overlaps, in a fixed order. Of openings that differ in nothing but their end the
   * last one counts; those that have ended by {@code now} are left out. At least one layer, which
   * may be empty.
   */
  static List<List<Opening>> of(Collection<Opening> openings, Instant now) {
    Map<String, Opening> distinct = new LinkedHashMap<>();
    openings.stream()
        .filter(opening -> Ruleset.secondsLeft(opening, now) > 0)
        .sorted(Opening.ORDER.thenComparing(Opening::comment))
        .forEach(opening -> distinct.merge(opening.key(), opening, Layers::later));
    List<List<Opening>> layers = new ArrayList<>();
    layers.add(new ArrayList<>());
    distinct.values().forEach(opening -> place(opening, layers));
    return layers;
  }

  private static Opening later(Opening one, Opening other) {
    return Comparator.comparing(Opening::closesAt).compare(one, other) >= 0 ? one : other;
  }

  private static void place(Opening opening, List<List<Opening>> layers) {
    for (List<Opening> layer : layers) {
      if (layer.stream().noneMatch(opening::overlaps)) {
        layer.add(opening);
        return;
      }
    }
    layers.add(new ArrayList<>(List.of(opening)));
  }
}
