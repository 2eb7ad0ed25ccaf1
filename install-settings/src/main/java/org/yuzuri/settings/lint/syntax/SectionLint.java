package org.yuzuri.settings.lint.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.arguments.ArgumentParser;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Occurrence;
import org.yuzuri.settings.arguments.Problem;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.command.CommandLine;
import org.yuzuri.settings.lint.command.Judgement;
import org.yuzuri.settings.lint.command.LintState;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.release.Similar;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PythonText;
import org.yuzuri.settings.syntax.ShellWords;
import org.yuzuri.settings.syntax.Signs;
import org.yuzuri.settings.syntax.SourceLine;
import org.yuzuri.settings.syntax.UnbalancedQuoteException;
import org.yuzuri.settings.syntax.Word;

/** Headers, ends and bodies of sections. Source: pykickstart, {@code sections.py}. */
final class SectionLint {

  private static final Set<String> WITHOUT_OPTIONS = Set.of("%addon", "%anaconda");

  private static final int PERCENT = Signs.of('%');

  private final Release release;
  private final CommandTable table;
  private final List<Finding> findings;

  SectionLint(Release release, List<Finding> findings) {
    this.release = release;
    this.table = CommandTable.of(release);
    this.findings = findings;
  }

  void check(Node.Section section) {
    SourceLine header = section.header();
    if (section.words().isEmpty()) {
      findings.add(KickstartLint.unbalancedQuote(header));
      return;
    }
    boolean known = KickstartTree.SECTIONS.contains(section.name());
    if (!known || (release.dialect() == Dialect.KICKSEED && table.find(section.name()).isEmpty())) {
      Word name = section.words().get(0);
      Optional<String> tool = Templates.tool(header.text());
      if (tool.isPresent()) {
        report(FindingCode.TEMPLATE_LEFTOVER, header, name, tool.get());
      } else {
        report(
            FindingCode.UNKNOWN_SECTION,
            header,
            name,
            Similar.to(name.text(), KickstartTree.SECTIONS));
      }
      return;
    }
    if (!WITHOUT_OPTIONS.contains(section.name())) {
      header(section);
    }
    if (section.end().isEmpty() && release.isSince("F8")) {
      report(FindingCode.SECTION_NOT_CLOSED, header, section.words().get(0));
    }
    for (SourceLine line : section.body()) {
      tag(line);
    }
    section.end().ifPresent(this::tag);
    if (section.name().equals("%packages")) {
      section.body().forEach(this::packageLine);
    }
  }

  private void header(Node.Section section) {
    CommandSpec spec = table.find(section.name()).orElseThrow();
    Arguments arguments = ArgumentParser.parse(spec, section.words());
    CommandLine line =
        new CommandLine(
            release, section.header().number(), spec, arguments, new LintState(), findings);
    for (Problem problem : arguments.problems()) {
      line.report(problem.code(), problem.word(), problem.details().toArray(String[]::new));
    }
    line.refuse(arguments.extras());
    switch (section.name()) {
      case "%packages" -> packagesHeader(line);
      case "%certificate" -> certificate(section, line);
      case "%traceback" -> traceback(section);
      default -> {}
    }
  }

  private void packagesHeader(CommandLine line) {
    if (release.isSince("RHEL6")) {
      line.forbidBoth("defaultPackages", "nobase");
    }
    if (release.isSince("F21")) {
      line.forbidBoth("defaultPackages", "nocore");
    }
    boolean outdates = release.isSince("F32") && !release.isSince("F40");
    for (Occurrence use : outdates ? line.arguments().occurrences() : List.<Occurrence>of()) {
      Word word = use.word();
      for (String option : List.of("--instLangs", "--excludeWeakdeps")) {
        if (word.text().equals(option) || word.text().startsWith(option + "=")) {
          line.report(FindingCode.OUTDATED_OPTION, word, option);
        }
      }
    }
  }

  private void certificate(Node.Section section, CommandLine line) {
    if (!line.setsAny("dir", "type")) {
      line.missing("dir", "type");
    }
    // What is included is not part of the section's text.
    boolean empty =
        section.body().stream()
            .map(text -> PythonText.firstWord(text.text()))
            .allMatch(first -> first.isEmpty() || first.equals("%include"));
    if (empty) {
      report(FindingCode.UNREADABLE_SECTION_LINE, section.header(), section.words().get(0));
    }
  }

  private void traceback(Node.Section section) {
    if (release.isSince("F34")) {
      report(
          FindingCode.COMMAND_WITHOUT_EFFECT, section.header(), section.words().get(0), "%onerror");
    }
  }

  /** A line in a section that the parser reads itself. */
  private void tag(SourceLine line) {
    if (!line.hasAny(PERCENT)) {
      return;
    }
    if (KsAppend.isOn(line)) {
      findings.add(
          new Finding(FindingCode.APPENDED_FILE, Severity.ERROR, line.number(), 1, line.text()));
      return;
    }
    String tag = KickstartTree.leadingTag(line);
    if (!tag.equals("%include") && !tag.equals("%end")) {
      return;
    }
    try {
      List<Word> words = ShellWords.all(line.text() + line.end());
      boolean include = words.get(0).text().equals("%include");
      if (include && (words.size() == 1 || words.get(1).text().isEmpty())) {
        report(FindingCode.INCLUDE_WITHOUT_FILE, line, words.get(0));
      }
    } catch (UnbalancedQuoteException e) {
      String rest = line.text().substring(Math.min(e.column() - 1, line.text().length()));
      findings.add(
          new Finding(FindingCode.OPEN_QUOTATION, Severity.ERROR, line.number(), e.column(), rest));
    }
  }

  private void packageLine(SourceLine line) {
    if (line.isBlankOrComment() || KickstartTree.leadingTag(line).equals("%include")) {
      return;
    }
    int comment = line.text().indexOf('#');
    String text = PythonText.strip(comment < 0 ? line.text() : line.text().substring(0, comment));
    boolean group = text.startsWith("@") && !text.startsWith("@^");
    if (text.equals("-") || (group && !GroupOptions.areValid(text.substring(1)))) {
      findings.add(
          new Finding(FindingCode.UNREADABLE_SECTION_LINE, Severity.ERROR, line.number(), 1, text));
    }
  }

  private void report(FindingCode code, SourceLine line, Word word, String... details) {
    findings.add(
        new Finding(
            code, Judgement.of(release, code), line.number(), word.column(), word.text(), details));
  }
}
