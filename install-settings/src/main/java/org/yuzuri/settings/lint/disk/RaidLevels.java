package org.yuzuri.settings.lint.disk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.yuzuri.settings.arguments.Arguments;

/**
 * Levels of arrays: how many members they need, and what they hold.
 *
 * <p>Source: blivet, {@code devicelibs/raid.py}.
 */
final class RaidLevels {

  private static final Map<String, Integer> LEAST_MEMBERS =
      Map.of("0", 2, "1", 2, "4", 3, "5", 3, "6", 4, "10", 2);

  private RaidLevels() {}

  /** The level's number, as {@code 1} for {@code RAID1}; any other word as it is. */
  static String of(Arguments arguments) {
    String level = arguments.text("level").toLowerCase(Locale.ROOT);
    return level.startsWith("raid") ? level.substring("raid".length()) : level;
  }

  static boolean isMirror(Arguments arguments) {
    return of(arguments).equals("1");
  }

  /** The fewest members without spares; empty where the level is unknown. */
  static OptionalInt leastMembers(Arguments arguments) {
    Integer least = LEAST_MEMBERS.get(of(arguments));
    return least == null ? OptionalInt.empty() : OptionalInt.of(least);
  }

  /**
   * What an array holds at most.
   *
   * @param members sizes without the spares, of any unit
   * @return in the same unit; empty where the level is unknown
   */
  static OptionalLong room(Arguments arguments, List<Long> members) {
    long least = members.stream().mapToLong(Long::longValue).min().orElse(0);
    int count = members.size();
    return switch (of(arguments)) {
      case "0" -> OptionalLong.of(members.stream().reduce(0L, SizeLint::add));
      case "1" -> OptionalLong.of(least);
      case "4", "5" -> OptionalLong.of(least * Math.max(0, count - 1));
      case "6" -> OptionalLong.of(least * Math.max(0, count - 2));
      case "10" -> OptionalLong.of(least * count / 2);
      default -> OptionalLong.empty();
    };
  }
}
