package org.yuzuri.settings.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuzuri.settings.Facts;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.Release;
import org.yuzuri.settings.arguments.ArgumentParser;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;

/**
 * What would keep an installation from ending well although the installer takes the text: KS2xx to
 * KS5xx.
 *
 * <p>Before a server is known, none of it is an error.
 */
public final class Advice {

  private Advice() {}

  /** All advice about a text, for a server when it is known. */
  public static List<Finding> check(Release release, KickstartTree tree, Optional<Facts> facts) {
    List<Finding> findings = new ArrayList<>();
    List<ParsedCommand> commands = commands(release, tree);
    InstallerLint.check(release, tree, commands, facts.isPresent(), findings);
    UnattendedLint.check(tree, commands, findings);
    TransferLint.check(commands, facts, findings);
    SecretLint.check(commands, findings);
    SizeLint.check(release, commands, facts, findings);
    BootLint.check(release, commands, facts, findings);
    Templates.check(tree, commands, facts.isPresent(), findings);
    LineEnds.check(tree, findings);
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Section section) {
        ScriptLint.check(section, facts, findings);
      }
      node.lines().forEach(line -> HiddenTextLint.check(line, facts.isPresent(), findings));
    }
    for (ParsedCommand command : commands) {
      HiddenTextLint.names(command, findings);
    }
    return findings;
  }

  private static List<ParsedCommand> commands(Release release, KickstartTree tree) {
    CommandTable table = CommandTable.of(release);
    List<ParsedCommand> commands = new ArrayList<>();
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Command command && !command.words().isEmpty()) {
        Optional<CommandSpec> spec = table.find(command.name());
        Arguments arguments =
            spec.map(known -> ArgumentParser.parse(known, command.words()))
                .orElseGet(() -> unknown(command));
        String title = spec.map(CommandSpec::title).orElse(command.name());
        commands.add(new ParsedCommand(command, title, arguments));
      }
    }
    return commands;
  }

  private static Arguments unknown(Node.Command command) {
    int count = command.words().size();
    return new Arguments(
        command.words().get(0), List.of(), command.words().subList(1, count), List.of());
  }
}
