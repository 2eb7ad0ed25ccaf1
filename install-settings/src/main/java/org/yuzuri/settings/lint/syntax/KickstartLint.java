package org.yuzuri.settings.lint.syntax;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.arguments.Problem;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.command.CommandLine;
import org.yuzuri.settings.lint.command.CommandRules;
import org.yuzuri.settings.lint.command.Judgement;
import org.yuzuri.settings.lint.command.KickseedRules;
import org.yuzuri.settings.lint.command.LintState;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.release.Similar;
import org.yuzuri.settings.syntax.InputLimits;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.ShellWords;
import org.yuzuri.settings.syntax.SourceLine;
import org.yuzuri.settings.syntax.UnbalancedQuoteException;
import org.yuzuri.settings.syntax.Word;

/** Whether a release's installer would take a kickstart. */
public final class KickstartLint {

  private final Release release;
  private final CommandTable table;
  private final LintState state = new LintState();
  private final List<Finding> findings = new ArrayList<>();
  private final SectionLint sections;
  private final Iterator<ParsedCommand> commands;

  private KickstartLint(Release release, Commands commands) {
    this.release = release;
    this.table = CommandTable.of(release);
    this.sections = new SectionLint(release, findings);
    this.commands = commands.iterator();
  }

  /**
   * What the installer of a release would refuse, by lines; empty when it takes the text. Stops
   * when there is more than is told: what comes later is never shown.
   */
  public static List<Finding> check(Release release, KickstartTree tree, Commands commands) {
    KickstartLint lint = new KickstartLint(release, commands);
    for (Node node : tree.nodes()) {
      if (lint.findings.size() > InputLimits.FINDINGS) {
        break;
      }
      if (node instanceof Node.Command command) {
        lint.line(command);
      } else if (node instanceof Node.Section section) {
        lint.sections.check(section);
      }
    }
    return lint.findings;
  }

  private void line(Node.Command command) {
    SourceLine line = command.line();
    if (command.words().isEmpty()) {
      unbalanced(line);
      return;
    }
    Arguments arguments = commands.next().arguments();
    Word name = command.words().get(0);
    if (name.text().startsWith("%ksappend") || KsAppend.isOn(line)) {
      report(FindingCode.APPENDED_FILE, line, name);
    } else if (name.text().equals("%include")) {
      if (command.words().size() == 1 || command.words().get(1).text().isEmpty()) {
        report(FindingCode.INCLUDE_WITHOUT_FILE, line, name);
      }
    } else if (name.text().startsWith("%") || name.text().isEmpty()) {
      report(FindingCode.UNKNOWN_SECTION, line, name);
    } else {
      command(command, name, arguments);
    }
  }

  private void unbalanced(SourceLine line) {
    findings.add(unbalancedQuote(line));
  }

  static Finding unbalancedQuote(SourceLine line) {
    int column = 1;
    try {
      ShellWords.withoutComment(line.text() + line.end());
    } catch (UnbalancedQuoteException e) {
      column = e.column();
    }
    String rest = line.text().substring(Math.min(column - 1, line.text().length()));
    return new Finding(FindingCode.OPEN_QUOTATION, Severity.ERROR, line.number(), column, rest);
  }

  private void command(Node.Command command, Word name, Arguments arguments) {
    SourceLine line = command.line();
    Optional<CommandSpec> found = table.find(name.text());
    if (found.isEmpty()) {
      unknown(line, name);
      return;
    }
    CommandSpec spec = found.get();
    state.see(spec.title());
    conflicts(spec, line, name);
    switch (spec.status()) {
      case KNOWN -> arguments(command, spec, arguments);
      case FREE -> arguments(command, spec, free(command, spec));
      case DEPRECATED -> report(FindingCode.COMMAND_WITHOUT_EFFECT, line, name, "");
      case REMOVED, UNUSABLE -> unknown(line, name);
    }
  }

  private void unknown(SourceLine line, Word name) {
    Optional<String> tool = Templates.tool(line.text());
    if (tool.isPresent()) {
      report(FindingCode.TEMPLATE_LEFTOVER, line, name, tool.get());
      return;
    }
    if (release.dialect() == Dialect.KICKSEED && CommandTable.isTakenByAny(name.text())) {
      report(FindingCode.NOT_HONOURED, line, name, release.title());
      return;
    }
    Optional<String> last = CommandTable.lastToTake(name.text(), release);
    Optional<String> first = CommandTable.firstToTake(name.text(), release);
    if (last.isPresent() || first.isPresent()) {
      String when = last.map(r -> "≤ " + r).orElseGet(() -> "≥ " + first.orElseThrow());
      report(FindingCode.COMMAND_OF_OTHER_RELEASES, line, name, release.title(), when);
    } else {
      report(
          FindingCode.UNKNOWN_COMMAND, line, name, Similar.to(name.text(), table.commandNames()));
    }
  }

  private void conflicts(CommandSpec spec, SourceLine line, Word name) {
    for (String other : spec.conflicts()) {
      Optional<CommandSpec> conflict = table.find(other);
      if (conflict.isPresent() && state.hasSeen(conflict.get().title())) {
        report(FindingCode.CONTRADICTING_COMMANDS, line, name, other);
      }
    }
  }

  private void arguments(Node.Command command, CommandSpec spec, Arguments arguments) {
    SourceLine line = command.line();
    boolean free = spec.status() == CommandSpec.Status.FREE;
    for (Problem problem : arguments.problems()) {
      report(problem.code(), line, problem.word(), details(problem));
    }
    CommandLine context = new CommandLine(release, line.number(), spec, arguments, state, findings);
    if (release.dialect() == Dialect.KICKSEED) {
      KickseedRules.check(command, spec.title(), context);
      return;
    }
    if (!free && !CommandRules.judgesExtras(spec.title())) {
      context.refuse(arguments.extras());
    }
    for (Problem problem : arguments.problems()) {
      if (problem.code() != FindingCode.OUTDATED_OPTION) {
        return;
      }
    }
    CommandRules.check(spec.title(), context);
  }

  /** With the value that was probably meant, where the option has a list of them. */
  private static String[] details(Problem problem) {
    List<String> details = new ArrayList<>(problem.details());
    if (problem.code() == FindingCode.UNFIT_VALUE) {
      String word = problem.word().text();
      String value = word.substring(word.indexOf('=') + 1);
      details.add(Similar.to(value, List.of(details.get(1).split(", ", -1))));
    }
    return details.toArray(String[]::new);
  }

  /** A command that takes its line as it is; realm's has no comments. */
  private static Arguments free(Node.Command command, CommandSpec spec) {
    List<Word> words = command.words();
    List<Word> rest = words.subList(1, words.size());
    if (spec.title().equals("realm")) {
      rest = wordsWithComment(command.line(), words.get(0));
    }
    return new Arguments(words.get(0), List.of(), rest, List.of());
  }

  private static List<Word> wordsWithComment(SourceLine line, Word name) {
    try {
      return ShellWords.all(line.text().substring(name.text().length()));
    } catch (UnbalancedQuoteException e) {
      return List.of();
    }
  }

  private void report(FindingCode code, SourceLine line, Word word, String... details) {
    findings.add(
        new Finding(
            code, Judgement.of(release, code), line.number(), word.column(), word.text(), details));
  }
}
