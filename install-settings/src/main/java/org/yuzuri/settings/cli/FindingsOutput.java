package org.yuzuri.settings.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** How findings are judged and told. */
final class FindingsOutput {

  @Option(names = "--strict", description = "judge warnings as errors")
  private boolean strict;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  @Option(
      names = "--lang",
      paramLabel = "en|ja",
      defaultValue = "${env:LANG:-en}",
      description = "language of the findings; by default that of LANG")
  private String language = "en";

  boolean strict() {
    return strict;
  }

  boolean json() {
    return json;
  }

  Locale locale() {
    return language.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
  }

  /** A line for each finding: {@code FILE:LINE:COLUMN: SEVERITY CODE: MESSAGE Expected: …}. */
  void print(PrintWriter to, String file, List<Finding> findings) {
    findings.forEach(finding -> to.println(file + ":" + line(finding)));
  }

  private String line(Finding finding) {
    Locale locale = locale();
    boolean japanese = locale.equals(Locale.JAPANESE);
    return finding.line()
        + ":"
        + finding.column()
        + ": "
        + finding.severity().name().toLowerCase(Locale.ROOT)
        + " "
        + finding.code()
        + ": "
        + finding.message(locale)
        + (japanese ? "期待：" : " Expected: ")
        + finding.expected(locale)
        + (japanese ? "。" : ".")
        + finding.suggestion(locale).map(suggestion -> " " + suggestion).orElse("");
  }

  static int exitCode(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.code() == FindingCode.TOO_LARGE)) {
      return ExitCode.USAGE;
    }
    boolean anyError = findings.stream().anyMatch(found -> found.severity() == Severity.ERROR);
    return anyError ? ExitCode.SOFTWARE : ExitCode.OK;
  }
}
