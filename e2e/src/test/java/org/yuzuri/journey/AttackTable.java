package org.yuzuri.journey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yuzuri.journey.Thief.Answer;

/**
 * What came of each attack: one JSON object a line in {@code target/attacks.jsonl}, for {@code
 * bench/attacks} to print. The answers are counted as they came; nothing is left out because it was
 * expected. One for all classes of a test run, see {@link SharedDemo}.
 */
final class AttackTable {
  private static final Path FILE = Commands.ROOT.resolve("target/attacks.jsonl");
  private static final List<String> FILES = List.of("script", "kernel", "transfer", "settings");
  private static final List<String> CERTIFICATES = List.of("certificate", "production");
  private static final Set<Attack> COUNTED_ONLY =
      EnumSet.of(Attack.CLAIMS, Attack.ANSWERS, Attack.SLOW);
  private static final int OK = 200;

  private final ObjectMapper json = new ObjectMapper();

  /** Begins an empty one. */
  AttackTable() {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One stretch of time in which the thief attacked in one way.
   *
   * @param test name of the test's class and method
   * @param when what the victim's server was doing
   * @param filtered whether its port was
   * @param answering whether it was out to answer what the victim asks; it may have heard nothing
   * @param victim what became of the victim's order, as its page says
   */
  record Stretch(String test, String when, boolean filtered, boolean answering, String victim) {}

  /**
   * Adds a line for each attack that was tried.
   *
   * @param told how long after the first of its answers the operator's page named it
   */
  void add(Stretch stretch, List<Answer> loot, PassedFrames frames, Map<Attack, Duration> told) {
    for (Attack attack : Attack.values()) {
      List<Answer> answers = loot.stream().filter(attack::isOf).toList();
      if (!answers.isEmpty() || (attack == Attack.ANSWERS && stretch.answering())) {
        append(line(stretch, attack, answers, frames, told.get(attack)));
      }
    }
  }

  private ObjectNode line(
      Stretch stretch, Attack attack, List<Answer> answers, PassedFrames frames, Duration told) {
    ObjectNode line = json.createObjectNode();
    line.put("attack", attack.title);
    line.put("while", stretch.when());
    line.put("filter", stretch.filtered() ? "on" : "off");
    line.put("tried", answers.stream().mapToInt(Answer::count).sum());
    ObjectNode statuses = line.putObject("answers");
    if (!COUNTED_ONLY.contains(attack)) {
      answers.forEach(
          answer -> {
            String status = String.valueOf(answer.status());
            statuses.put(status, statuses.path(status).asInt() + answer.count());
          });
    }
    if (attack == Attack.CLAIMS) {
      line.put("arrived", frames.claims());
    } else if (attack == Attack.ANSWERS) {
      line.put("arrived", frames.answers());
    } else if (attack != Attack.ITSELF) {
      line.put("arrived", frames.asNeighbour());
    }
    line.put("read", String.join(" ", given(answers, FILES)));
    line.put("certificate", !given(answers, CERTIFICATES).isEmpty());
    line.put("victim", stretch.victim());
    if (told != null) {
      line.put("toldAfterSeconds", told.toMillis() / 1000.0);
    }
    line.put("test", stretch.test());
    return line;
  }

  private static List<String> given(List<Answer> answers, List<String> calls) {
    return answers.stream()
        .filter(answer -> answer.status() == OK && calls.contains(answer.call()))
        .map(Answer::call)
        .distinct()
        .sorted()
        .toList();
  }

  private static void append(ObjectNode line) {
    try {
      Files.writeString(FILE, line + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
