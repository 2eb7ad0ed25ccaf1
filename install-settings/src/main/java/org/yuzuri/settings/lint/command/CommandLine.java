package org.yuzuri.settings.lint.command;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.OptionSpec;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.release.Similar;
import org.yuzuri.settings.syntax.Word;

/** One command of a text, its arguments taken apart, and where to say what is wrong with it. */
public final class CommandLine {

  /** Stands for a name that is not given. */
  private static final String NOTHING = "∅";

  private final Release release;
  private final int number;
  private final CommandSpec spec;
  private final Arguments arguments;
  private final LintState state;
  private final List<Finding> findings;

  /** Reports to the given findings. */
  public CommandLine(
      Release release,
      int number,
      CommandSpec spec,
      Arguments arguments,
      LintState state,
      List<Finding> findings) {
    this.release = release;
    this.number = number;
    this.spec = spec;
    this.arguments = arguments;
    this.state = state;
    this.findings = findings;
  }

  /** All that was written behind the command. */
  public Arguments arguments() {
    return arguments;
  }

  /** The name that was written. */
  String name() {
    return arguments.command().text();
  }

  /** Whether the rules that came with a release hold. */
  boolean since(String release) {
    return spec.builtOn(release);
  }

  boolean has(String destination) {
    return arguments.has(destination);
  }

  String text(String destination) {
    return arguments.text(destination);
  }

  /**
   * Whether the option was given with a value that counts: not empty, not the number 0, and no list
   * of nothing but commas.
   */
  boolean sets(String destination) {
    if (!has(destination)) {
      return false;
    }
    OptionSpec option = arguments.find(destination).orElseThrow().option();
    if (option.isFlag()) {
      return true;
    }
    return switch (option.type()) {
      case "int" -> arguments.number(destination) != 0;
      case "commaSplit" -> !arguments.commaValues(destination).isEmpty();
      default -> arguments.hasText(destination);
    };
  }

  /** Whether one of these options is set. */
  public boolean setsAny(String... destinations) {
    for (String destination : destinations) {
      if (sets(destination)) {
        return true;
      }
    }
    return false;
  }

  /** Says that two options contradict each other, when both are set. */
  public void forbidBoth(String one, String other) {
    if (sets(one) && sets(other)) {
      contradiction(one, other);
    }
  }

  void contradiction(String one, String other) {
    report(FindingCode.CONTRADICTING_OPTIONS, arguments.wordOf(one), option(one), option(other));
  }

  /** Says that an option needs another one, when it is set and the other is not. */
  void needs(String one, String other) {
    if (sets(one) && !sets(other)) {
      missing(other);
    }
  }

  /** Says that it needs one of these options. */
  public void missing(String... destinations) {
    List<String> names = new ArrayList<>();
    for (String destination : destinations) {
      names.add(option(destination));
    }
    report(FindingCode.MISSING_OPTION, arguments.command(), String.join(", ", names));
  }

  void missingArgument(String what) {
    report(FindingCode.MISSING_ARGUMENT, arguments.command(), what);
  }

  void badValue(String destination, String expected) {
    Word word = arguments.wordOf(destination);
    report(FindingCode.UNFIT_VALUE, word, option(destination), expected);
  }

  /** Says that the release only takes an option to say that it will go. */
  void outdated(String destination) {
    report(FindingCode.OUTDATED_OPTION, arguments.wordOf(destination), option(destination));
  }

  /** Says so when the same thing was defined before. */
  void defineOnce(String key) {
    if (!state.define(spec.title(), key)) {
      report(FindingCode.DEFINED_TWICE, arguments.command(), key.isEmpty() ? NOTHING : key);
    }
  }

  /** Says so when the same thing was defined before and the installer stops at that. */
  void defineOnlyOnce(String key) {
    if (!state.define(spec.title(), key)) {
      Word word = arguments.command();
      findings.add(
          new Finding(
              FindingCode.DEFINED_TWICE, Severity.ERROR, number, word.column(), word.text(), key));
    }
  }

  /** The value given here, else the one given by an earlier line of the command. */
  String lasting(String destination) {
    if (has(destination)) {
      state.keep(spec.title(), destination, text(destination));
    }
    return state.kept(spec.title(), destination);
  }

  void forget(String destination) {
    state.keep(spec.title(), destination, "");
  }

  /** Says that words are not taken: unknown options, or arguments too many. */
  public void refuse(List<Word> words) {
    for (Word word : words) {
      boolean option = word.text().startsWith("-");
      if (option) {
        String meant = Similar.option(word.text(), spec);
        report(FindingCode.UNKNOWN_OPTION, word, name(), meant);
      } else {
        report(FindingCode.SUPERFLUOUS_ARGUMENT, word, name());
      }
    }
  }

  void refuseOptions(List<Word> words) {
    refuse(words.stream().filter(word -> word.text().startsWith("-")).toList());
  }

  /** Says what is wrong with a word, as gravely as the release's installer takes it. */
  public void report(FindingCode code, Word word, String... details) {
    findings.add(
        new Finding(
            code, Judgement.of(release, code), number, word.column(), word.text(), details));
  }

  /** Says something about the whole line. */
  void reportText(FindingCode code, String text) {
    findings.add(new Finding(code, Judgement.of(release, code), number, 1, text));
  }

  private String option(String destination) {
    for (OptionSpec option : spec.options()) {
      if (option.destination().equals(destination)) {
        return option.name();
      }
    }
    return destination;
  }
}
