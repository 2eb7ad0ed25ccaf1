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

  /** Letters to change, add, leave out or swap with the next. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }
}
