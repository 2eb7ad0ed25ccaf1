package org.yuzuri.settings.lint.transfer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Words of two and more small letters and hyphens, looked for in each line of each script: without
 * a copy of any piece of the line, because nearly all lines hold none.
 */
final class TellingWords {

  private static final int LETTERS = 26;
  private static final boolean[] OF_WORDS = new boolean[128];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      OF_WORDS[c] = true;
    }
    OF_WORDS['-'] = true;
  }

  private final List<List<String>> byFirstLetter;

  /** For each first letter a bit for each letter that comes second. */
  private final int[] seconds = new int[LETTERS];

  TellingWords(String... words) {
    List<String> all = List.of(words);
    byFirstLetter =
        IntStream.range(0, LETTERS)
            .mapToObj(letter -> all.stream().filter(w -> w.charAt(0) == 'a' + letter).toList())
            .toList();
    all.forEach(word -> seconds[word.charAt(0) - 'a'] |= 1 << (word.charAt(1) - 'a'));
  }

  /** Whether one of them stands in the text as a word of its own. */
  boolean areIn(String text) {
    int last = text.length() - 1;
    boolean inside = false;
    for (int i = 0; i < last; i++) {
      char c = text.charAt(i);
      boolean ofWord = isOfWord(c);
      if (ofWord && !inside && c != '-' && mayGoOn(c, text.charAt(i + 1)) && isOne(text, i)) {
        return true;
      }
      inside = ofWord;
    }
    return false;
  }

  private boolean mayGoOn(char first, char second) {
    return second >= 'a' && second <= 'z' && (seconds[first - 'a'] >> (second - 'a') & 1) != 0;
  }

  private boolean isOne(String text, int start) {
    List<String> words = byFirstLetter.get(text.charAt(start) - 'a');
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int end = start + word.length();
      if (text.startsWith(word, start) && (end == text.length() || !isOfWord(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWord(char c) {
    return c < OF_WORDS.length && OF_WORDS[c];
  }
}
