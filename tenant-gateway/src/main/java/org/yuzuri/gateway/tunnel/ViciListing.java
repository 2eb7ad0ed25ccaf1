package org.yuzuri.gateway.tunnel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code swanctl --pretty} prints: sections, lists and values. Immutable.
 *
 * <p>Source: strongSwan src/libcharon/plugins/vici/libvici.c, {@code vici_dump}.
 */
record ViciListing(
    Map<String, ViciListing> sections,
    Map<String, List<String>> lists,
    Map<String, String> values) {

  /** Reads the events of one listing; those of the same kind are told apart by their order. */
  static List<ViciListing> events(String output) {
    List<ViciListing> events = new ArrayList<>();
    Iterator<String> lines = output.lines().map(String::strip).iterator();
    while (lines.hasNext()) {
      if (lines.next().endsWith(" event {")) {
        events.add(section(lines));
      }
    }
    return events;
  }

  private static ViciListing section(Iterator<String> lines) {
    Deque<ViciListing> open = new ArrayDeque<>();
    ViciListing top = empty();
    open.push(top);
    while (lines.hasNext() && !open.isEmpty()) {
      String line = lines.next();
      if (line.equals("}")) {
        open.pop();
      } else if (line.endsWith(" {")) {
        ViciListing inner = empty();
        open.peek().sections.put(line.substring(0, line.length() - 2), inner);
        open.push(inner);
      } else if (line.endsWith(" = [")) {
        open.peek().lists.put(line.substring(0, line.length() - 4), list(lines));
      } else {
        value(line, open.peek());
      }
    }
    return top;
  }

  private static ViciListing empty() {
    return new ViciListing(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  private static List<String> list(Iterator<String> lines) {
    List<String> items = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.equals("]")) {
        break;
      }
      items.add(line);
    }
    return items;
  }

  private static void value(String line, ViciListing into) {
    int equals = line.indexOf(" = ");
    if (equals > 0) {
      into.values.put(line.substring(0, equals), line.substring(equals + 3));
    }
  }

  /** A value by its key. */
  Optional<String> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** A section by its name; empty when it is not there. */
  ViciListing section(String name) {
    return sections.getOrDefault(name, empty());
  }
}
