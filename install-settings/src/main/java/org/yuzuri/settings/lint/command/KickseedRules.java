package org.yuzuri.settings.lint.command;

import java.util.List;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PreseedCommand;
import org.yuzuri.settings.syntax.Word;

/**
 * What kickseed demands of a line beyond its options; it warns, and passes the line over.
 *
 * <p>Source: Debian package kickseed 0.63, {@code handlers/}.
 */
public final class KickseedRules {

  private KickseedRules() {}

  /** Says what kickseed would pass over. */
  public static void check(Node.Command command, String title, CommandLine line) {
    if (title.equals(PreseedCommand.NAME)) {
      preseed(command, line);
      return;
    }
    List<Word> extras = line.arguments().extras();
    line.refuse(extras);
    switch (title) {
      case "rootpw" -> argumentUnlessDisabled(line, "password");
      case "user" -> argumentUnlessDisabled(line, "name");
      case "volgroup" -> {
        if (line.arguments().values("partitions").isEmpty()) {
          line.missingArgument("pv.…");
        }
      }
      case "langsupport" -> {
        if (line.arguments().values("supported").isEmpty()) {
          line.missingArgument("lang");
        }
      }
      case "repo" -> {
        if (!line.has("baseurl")) {
          line.missing("baseurl");
        }
      }
      default -> {}
    }
  }

  private static void argumentUnlessDisabled(CommandLine line, String argument) {
    if (!line.has("disabled") && !line.has(argument)) {
      line.missingArgument(argument);
    }
  }

  private static void preseed(Node.Command command, CommandLine line) {
    if (!PreseedCommand.of(command.words()).isValid()) {
      line.reportText(FindingCode.UNREADABLE_PRESEED_LINE, command.line().text().strip());
    }
  }
}
