package org.yuzuri.settings.release;

import java.util.Collection;
import java.util.TreeSet;

/** Finds what somebody may have meant. */
public final class Similar {

  private static final int FARTHEST = 2;
  private static final int LONGEST = 64;

  private Similar() {}

  /** The nearest of the names; empty when none is near. */
  public static String to(String word, Collection<String> names) {
    String best = "";
    int distance = FARTHEST + 1;
    if (word.length() > LONGEST) {
      return best;
    }
    for (String name : names) {
      int d = distance(word, name);
      if (d < distance && d <= Math.max(1, (name.length() - 1) / 2)) {
        best = name;
        distance = d;
      }
    }
    return best;
  }

  /** The option of a command that a slightly different word is meant to be. */
  public static String option(String word, CommandSpec spec) {
    int equals = word.indexOf('=');
    return to(equals < 0 ? word : word.substring(0, equals), new TreeSet<>(spec.optionNames()));
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
