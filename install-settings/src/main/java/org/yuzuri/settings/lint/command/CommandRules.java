package org.yuzuri.settings.lint.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rules of all commands.
 *
 * <p>Source: the {@code parse} methods of pykickstart's commands, version 3.78. A rule holds for a
 * release when the release's command is built on the class that brought the rule.
 */
public final class CommandRules {

  /** Commands that judge superfluous words themselves. */
  private static final Set<String> OWN_EXTRAS =
      Set.of(
          "btrfs",
          "device",
          "key",
          "langsupport",
          "mouse",
          "raid",
          "volgroup",
          "stratispool",
          "zerombr");

  private static final Map<String, CommandRule> BY_TITLE = new HashMap<>();

  static {
    PartitionRules.register(BY_TITLE);
    VolumeRules.register(BY_TITLE);
    DeviceRules.register(BY_TITLE);
    NetworkRules.register(BY_TITLE);
    SourceRules.register(BY_TITLE);
    SystemRules.register(BY_TITLE);
  }

  private CommandRules() {}

  /** Has a command judged by the rule of its name, if there is one. */
  public static void check(String title, CommandLine line) {
    CommandRule rule = BY_TITLE.get(title);
    if (rule != null) {
      rule.check(line);
    }
  }

  /** Whether a rule of ours judges arguments without an option. */
  public static boolean judgesExtras(String title) {
    return OWN_EXTRAS.contains(title);
  }
}
