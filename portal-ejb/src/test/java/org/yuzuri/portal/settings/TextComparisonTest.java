package org.yuzuri.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.settings.ComparedLine.Kind;

class TextComparisonTest {

  @Test
  void aChangedLineStandsBesideWhatItReplaced() {
    List<ComparedLine> lines =
        TextComparison.of(List.of("lang en", "reboot"), List.of("lang ja", "reboot"));

    assertThat(lines)
        .containsExactly(
            new ComparedLine(Kind.CHANGED, 1, "lang en", 1, "lang ja"),
            new ComparedLine(Kind.SAME, 2, "reboot", 2, "reboot"));
  }

  @Test
  void addedAndRemovedLinesKeepTheirOwnNumbers() {
    List<ComparedLine> lines = TextComparison.of(List.of("a", "b", "c"), List.of("b", "x", "c"));

    assertThat(lines)
        .containsExactly(
            new ComparedLine(Kind.REMOVED, 1, "a", 0, ""),
            new ComparedLine(Kind.SAME, 2, "b", 1, "b"),
            new ComparedLine(Kind.ADDED, 0, "", 2, "x"),
            new ComparedLine(Kind.SAME, 3, "c", 3, "c"));
  }

  @Test
  void bothTextsCanBeReadBackFromAnyComparison() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<String> older = randomLines(random);
      List<String> newer = randomLines(random);

      List<ComparedLine> lines = TextComparison.of(older, newer);

      assertThat(side(lines, true)).as("seed %d", seed).isEqualTo(older);
      assertThat(side(lines, false)).as("seed %d", seed).isEqualTo(newer);
      assertThat(lines)
          .as("seed %d", seed)
          .filteredOn(line -> line.kind() == Kind.SAME)
          .allMatch(line -> line.older().equals(line.newer()));
    }
  }

  @Test
  void onlyDifferencesAndTheLinesAroundThemAreKept() {
    List<String> older =
        new ArrayList<>(IntStream.range(0, 50).mapToObj(i -> "line " + i).toList());
    List<String> newer = new ArrayList<>(older);
    newer.set(10, "other");
    newer.set(12, "another");
    newer.set(40, "third");

    List<ComparedLine> kept = TextComparison.differences(TextComparison.of(older, newer), 2);

    assertThat(kept)
        .extracting(ComparedLine::newerNumber)
        .containsExactly(9, 10, 11, 12, 13, 14, 15, 39, 40, 41, 42, 43);
  }

  @Test
  void equalTextsHaveNoDifferences() {
    List<String> text = List.of("a", "b");

    assertThat(TextComparison.differences(TextComparison.of(text, text), 3)).isEmpty();
  }

  @Test
  void hugeTextsWithNothingInCommonAreOneReplacement() {
    List<String> older = IntStream.range(0, 200_000).mapToObj(i -> "a" + i).toList();
    List<String> newer = IntStream.range(0, 200_000).mapToObj(i -> "b" + i).toList();

    assertThatCode(
            () ->
                assertThat(TextComparison.of(older, newer))
                    .hasSize(200_000)
                    .allMatch(line -> line.kind() == Kind.CHANGED))
        .doesNotThrowAnyException();
  }

  @Test
  void aReversedTextOfTheLargestComparedSizeIsComparedLineByLine() {
    List<String> older = IntStream.range(0, 5_000).mapToObj(i -> "a" + i).toList();
    List<String> newer = new ArrayList<>(older);
    Collections.reverse(newer);

    List<ComparedLine> lines = TextComparison.of(older, newer);

    assertThat(side(lines, true)).isEqualTo(older);
    assertThat(side(lines, false)).isEqualTo(newer);
  }

  private static List<String> randomLines(Random random) {
    return random.ints(random.nextInt(12), 0, 4).mapToObj(i -> "line " + i).toList();
  }

  private static List<String> side(List<ComparedLine> lines, boolean older) {
    return lines.stream()
        .filter(line -> (older ? line.olderNumber() : line.newerNumber()) > 0)
        .map(line -> older ? line.older() : line.newer())
        .toList();
  }
}
