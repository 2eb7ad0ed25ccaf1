package org.yuzuri.settings.lint.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What earlier lines of a text have set, as far as later ones depend on it. */
public final class LintState {

  private final Set<String> seen = new HashSet<>();
  private final Set<String> defined = new HashSet<>();
  private final Map<String, String> kept = new HashMap<>();

  /** Notes a command. */
  public void see(String title) {
    seen.add(title);
  }

  /** Whether an earlier line has the command. */
  public boolean hasSeen(String title) {
    return seen.contains(title);
  }

  /** Notes a definition; false when it was there before. */
  boolean define(String title, String key) {
    return defined.add(title + '\0' + key);
  }

  void keep(String title, String destination, String value) {
    kept.put(title + '\0' + destination, value);
  }

  String kept(String title, String destination) {
    return kept.getOrDefault(title + '\0' + destination, "");
  }
}
