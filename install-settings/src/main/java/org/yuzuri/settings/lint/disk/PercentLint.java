package org.yuzuri.settings.lint.disk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;

/**
 * KS209: volumes that together want more than the whole of their group or pool.
 *
 * <p>Source: blivet, {@code partitioning.py}, {@code grow_lvm}: "sum of percentages within a vg
 * cannot exceed 100", and the same within a thin pool. Percents are of what volumes of a fixed size
 * leave, so both may stand together.
 */
final class PercentLint {

  private static final long WHOLE = 100;

  private PercentLint() {}

  static void check(Commands commands, boolean serverKnown, List<Finding> findings) {
    Map<String, Long> wanted = new HashMap<>();
    for (ParsedCommand command : commands.of("logvol")) {
      Arguments arguments = command.arguments();
      boolean made = !arguments.has("preexist") && !arguments.has("format");
      if (!made || !arguments.has("percent")) {
        continue;
      }
      String pool = arguments.has("thin_volume") ? "/" + arguments.text("pool_name") : "";
      String group = arguments.text("vgname") + pool;
      long before = wanted.getOrDefault(group, 0L);
      long percent = Math.max(0, Math.min(arguments.number("percent"), WHOLE));
      wanted.put(group, before + percent);
      if (before <= WHOLE && before + percent > WHOLE) {
        findings.add(
            command.finding(
                FindingCode.UNUSABLE_VALUE,
                serverKnown ? Severity.ERROR : Severity.WARNING,
                arguments.wordOf("percent"),
                before + percent + "%",
                "logvol --vgname=" + group + " --percent",
                "Σ ≤ 100",
                ""));
      }
    }
  }
}
