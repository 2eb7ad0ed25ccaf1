package org.yuzuri.settings.preseed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yuzuri.settings.release.Similar;

/**
 * The questions of Debian's installer that preseeds answer, with their types and the answers that
 * it offers.
 *
 * <p>Source: Debian installation guide, appendix B.4, and the templates of the installer's
 * packages.
 */
public final class KnownQuestions {

  private static final String LIST = "/org/yuzuri/settings/preseed-questions.tsv";
  private static final String OTHERS = "…";
  private static final int ANSWERS = 2;
  private static final SortedMap<String, String[]> ROWS = read();
  private static final SortedMap<String, String> ALL = types();

  private static final String[] NOTHING = {};

  private KnownQuestions() {}

  /** Question to type, in order. */
  public static SortedMap<String, String> all() {
    return ALL;
  }

  /** The answers that the installer offers, as far as they are known; empty where it takes any. */
  public static List<String> answers(String question) {
    String[] row = ROWS.getOrDefault(question, NOTHING);
    return row.length <= ANSWERS
        ? List.of()
        : Stream.of(row[ANSWERS].split(",", -1)).filter(answer -> !answer.equals(OTHERS)).toList();
  }

  /** Whether an answer that is not offered may still be right. */
  static boolean mayHaveOthers(String question) {
    String[] row = ROWS.getOrDefault(question, NOTHING);
    return row.length <= ANSWERS || row[ANSWERS].endsWith(OTHERS);
  }

  /** The known question that a slightly different one is meant to be. */
  static Optional<String> meant(String question) {
    if (ALL.containsKey(question) || question.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return Optional.of(Similar.to(question, ALL.keySet())).filter(name -> !name.isEmpty());
  }

  private static SortedMap<String, String> types() {
    SortedMap<String, String> types = new TreeMap<>();
    ROWS.forEach((question, row) -> types.put(question, row[1]));
    return Collections.unmodifiableSortedMap(types);
  }

  private static SortedMap<String, String[]> read() {
    SortedMap<String, String[]> questions = new TreeMap<>();
    try (InputStream in = KnownQuestions.class.getResourceAsStream(LIST);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        if (!line.startsWith("#")) {
          questions.put(cells[0], cells);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("list " + LIST + " cannot be read", e);
    }
    return questions;
  }
}
