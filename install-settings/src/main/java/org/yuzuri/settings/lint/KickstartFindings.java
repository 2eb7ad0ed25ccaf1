package org.yuzuri.settings.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuzuri.settings.arguments.ArgumentParser;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.lint.syntax.KickstartLint;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;

/** All that there is to say about a kickstart, by the installer's rules and by ours. */
public final class KickstartFindings {

  private KickstartFindings() {}

  /**
   * What the installer would refuse or warn about, then the advice.
   *
   * @param commands those of the text, by {@link #commands}
   * @param facts the server, when it is known
   */
  public static List<Finding> of(
      Release release, KickstartTree tree, Commands commands, Optional<Facts> facts) {
    List<Finding> findings = KickstartLint.check(release, tree, commands);
    findings.addAll(Advice.check(release, tree, commands, facts));
    return findings;
  }

  /** All commands of a text, taken apart once for all rules. */
  public static Commands commands(Release release, KickstartTree tree) {
    CommandTable table = CommandTable.of(release);
    List<ParsedCommand> commands = new ArrayList<>();
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Command command && !command.words().isEmpty()) {
        commands.add(parsed(command, table.find(command.name())));
      }
    }
    return new Commands(commands);
  }

  private static ParsedCommand parsed(Node.Command command, Optional<CommandSpec> spec) {
    return spec.isPresent()
        ? new ParsedCommand(
            command, spec.get().title(), ArgumentParser.parse(spec.get(), command.words()))
        : new ParsedCommand(command, command.name(), unknown(command));
  }

  private static Arguments unknown(Node.Command command) {
    int count = command.words().size();
    return new Arguments(
        command.words().get(0), List.of(), command.words().subList(1, count), List.of());
  }
}
