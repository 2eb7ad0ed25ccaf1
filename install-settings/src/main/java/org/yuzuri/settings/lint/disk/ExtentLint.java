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
 * KS209: extents of a size that groups cannot have; KS502: volumes smaller than an extent.
 *
 * <p>Source: Anaconda, {@code partitioning/custom/custom_partitioning.py}; libblockdev, {@code
 * bd_lvm_get_supported_pe_sizes}: powers of two from 1 KiB to 16 GiB.
 */
final class ExtentLint {

  private static final long DEFAULT_KIB = 4096;
  private static final long MOST_KIB = 16L * 1024 * 1024;
  private static final long KIB_PER_MIB = 1024;

  private ExtentLint() {}

  static void check(Commands commands, boolean serverKnown, List<Finding> findings) {
    Severity severity = serverKnown ? Severity.ERROR : Severity.WARNING;
    Map<String, Long> extents = new HashMap<>();
    for (ParsedCommand command : commands.of("volgroup")) {
      Arguments arguments = command.arguments();
      if (arguments.number("pesize") != 0) {
        long size = arguments.number("pesize");
        arguments.values("name").stream().findFirst().ifPresent(name -> extents.put(name, size));
        if (size < 0 || size > MOST_KIB || Long.bitCount(size) != 1) {
          findings.add(
              command.finding(
                  FindingCode.UNUSABLE_VALUE,
                  severity,
                  arguments.wordOf("pesize"),
                  arguments.text("pesize"),
                  "volgroup --pesize",
                  "4096, 8192, 16384, 32768, … (2ⁿ)",
                  ""));
        }
      }
    }
    for (ParsedCommand command : commands.of("logvol")) {
      volume(command, extents, severity, findings);
    }
  }

  private static void volume(
      ParsedCommand command, Map<String, Long> extents, Severity severity, List<Finding> findings) {
    Arguments arguments = command.arguments();
    long size = arguments.number("size");
    long extent = extents.getOrDefault(arguments.text("vgname"), DEFAULT_KIB);
    boolean fixed = !arguments.has("grow") && !arguments.has("percent");
    boolean made = !arguments.has("preexist") && !arguments.has("format");
    if (size > 0 && fixed && made && size < (extent + KIB_PER_MIB - 1) / KIB_PER_MIB) {
      findings.add(
          command.finding(
              FindingCode.TOO_SMALL_PARTITION,
              severity,
              arguments.wordOf("size"),
              arguments.text("vgname") + "/" + arguments.text("name"),
              Long.toString(size),
              Long.toString((extent + KIB_PER_MIB - 1) / KIB_PER_MIB)));
    }
  }
}
