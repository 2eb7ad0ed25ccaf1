package org.yuzuri.lender.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What came of each flood: one JSON object a line, for {@code bench/attacks} to print. */
final class FloodTable {

  private static final Path FILE = Path.of("target", "attacks.jsonl");

  private FloodTable() {}

  /** Begins an empty one. */
  static void begin() throws IOException {
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, "");
  }

  /**
   * Adds a line.
   *
   * @param attack what was tried
   * @param stored how many of them the agent kept
   * @param victim what became of the others
   * @param test name of the test's class and method
   */
  static void add(
      String attack, FloodOfPosts.Answers answers, int stored, String victim, String test)
      throws IOException {
    ObjectNode line = new ObjectMapper().createObjectNode();
    line.put("attack", attack);
    line.put("while", "installed");
    line.put("filter", "off");
    line.put("tried", answers.sent());
    ObjectNode statuses = line.putObject("answers");
    answers.counts().forEach((status, count) -> statuses.put(String.valueOf(status), count));
    line.put("stored", stored);
    line.put("read", "");
    line.put("certificate", false);
    line.put("victim", victim);
    line.put("test", test);
    Files.writeString(FILE, line + "\n", StandardOpenOption.APPEND);
  }
}
