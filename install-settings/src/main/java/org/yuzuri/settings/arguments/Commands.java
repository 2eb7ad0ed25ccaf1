package org.yuzuri.settings.arguments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All commands of a text, each taken apart, in their order; rules look them up by their titles. */
public final class Commands implements Iterable<ParsedCommand> {

  private final List<ParsedCommand> all;
  private final Map<String, List<ParsedCommand>> byTitle = new HashMap<>();

  /** Those of a text, in its order. */
  public Commands(List<ParsedCommand> all) {
    this.all = all;
    for (ParsedCommand command : all) {
      byTitle.computeIfAbsent(command.title(), title -> new ArrayList<>(2)).add(command);
    }
  }

  @Override
  public Iterator<ParsedCommand> iterator() {
    return all.iterator();
  }

  /** Those of a title, in their order; {@code partition} for part. */
  public List<ParsedCommand> of(String title) {
    return byTitle.getOrDefault(title, List.of());
  }

  /** Whether there is one of that title. */
  public boolean has(String title) {
    return byTitle.containsKey(title);
  }

  /** Whether there is one of one of these titles. */
  public boolean hasAny(Collection<String> titles) {
    for (String title : titles) {
      if (byTitle.containsKey(title)) {
        return true;
      }
    }
    return false;
  }

  /** The titles of all. */
  public Set<String> titles() {
    return byTitle.keySet();
  }
}
