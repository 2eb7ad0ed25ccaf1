package org.yuzuri.settings.lint.transfer;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Words of small letters and hyphens, looked for in each line of each script: without a copy of any
 * piece of the line, because nearly all lines hold none.
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

  /** For each first letter a bit for each length that a word has. */
  private final long[] lengths = new long[LETTERS];

  TellingWords(String... words) {
    List<String> all = List.of(words);
    byFirstLetter =
        IntStream.range(0, LETTERS)
            .mapToObj(letter -> all.stream().filter(w -> w.charAt(0) == 'a' + letter).toList())
            .toList();
    all.forEach(word -> lengths[word.charAt(0) - 'a'] |= 1L << word.length());
  }

  /** Whether one of them stands in the text as a word of its own. */
  boolean areIn(String text) {
    char[] chars = text.toCharArray();
    int length = chars.length;
    int at = 0;
    while (at < length) {
      if (isOfWord(chars[at])) {
        int end = at + 1;
        while (end < length && isOfWord(chars[end])) {
          end++;
        }
        if (isOne(text, at, end)) {
          return true;
        }
        at = end;
      }
      at++;
    }
    return false;
  }

  private boolean isOne(String text, int start, int end) {
    char first = text.charAt(start);
    int length = end - start;
    if (first == '-' || length >= Long.SIZE || (lengths[first - 'a'] >> length & 1) == 0) {
      return false;
    }
    List<String> words = byFirstLetter.get(first - 'a');
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() == length && text.startsWith(word, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWord(char c) {
    return c < OF_WORDS.length && OF_WORDS[c];
  }
}
