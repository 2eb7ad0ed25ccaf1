package org.yuzuri.settings.lint.unattended;

import java.util.List;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/**
 * KS204: encryption without a passphrase.
 *
 * <p>Source: Anaconda, {@code partitioning/custom/custom_partitioning.py} ({@code _get_passphrase}:
 * the first passphrase counts for the lines behind it, partitions before arrays before volumes) and
 * {@code storage/checker/utils.py} ({@code verify_luks_devices_have_key}); before, it asked.
 */
public final class PassphraseLint {

  private static final List<String> IN_ORDER = List.of("autopart", "partition", "raid", "logvol");

  private PassphraseLint() {}

  /** Looks for lines that encrypt before there is a passphrase. */
  public static void check(Release release, Commands commands, List<Finding> findings) {
    boolean unseen = commands.has("%include");
    if (release.dialect() != Dialect.KICKSTART || unseen) {
      return;
    }
    boolean known = false;
    for (String title : IN_ORDER) {
      for (ParsedCommand command : commands.of(title)) {
        Arguments arguments = command.arguments();
        if (!arguments.has("encrypted")) {
          continue;
        }
        known |= arguments.hasText("passphrase");
        if (!known && !arguments.has("format")) {
          findings.add(
              command.finding(
                  FindingCode.OPEN_QUESTION,
                  Severity.WARNING,
                  arguments.wordOf("encrypted"),
                  command.command().name() + " --encrypted --passphrase"));
          return;
        }
      }
    }
  }
}
