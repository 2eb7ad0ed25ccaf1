package org.yuzuri.settings.conformance;

/** How alike two texts are, word by word. */
final class Likeness {

  private Likeness() {}

  /**
   * From 0 (no common word) to 1 (the same words): twice the longest common subsequence by all
   * words. The ratio of Python's {@code difflib} is never above it.
   */
  static double of(String one, String other) {
    String[] left = one.strip().split("\\s+", -1);
    String[] right = other.strip().split("\\s+", -1);
    int[] common = new int[right.length + 1];
    for (String word : left) {
      int before = 0;
      for (int i = 1; i < common.length; i++) {
        int above = common[i];
        common[i] = word.equals(right[i - 1]) ? before + 1 : Math.max(above, common[i - 1]);
        before = above;
      }
    }
    return 2.0 * common[right.length] / (left.length + right.length);
  }
}
