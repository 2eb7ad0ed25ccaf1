package org.yuzuri.settings.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.InvalidFactsException;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/** {@code ks check|plan|print}; exit 0 clean, 1 findings of severity error, 2 unusable. */
public final class Main {

  private static final int CLEAN = 0;
  private static final int FINDINGS = 1;
  private static final int UNUSABLE = 2;

  private final CommandOptions options;
  private final PrintStream out;
  private final PrintStream err;

  private Main(CommandOptions options, PrintStream out, PrintStream err) {
    this.options = options;
    this.out = out;
    this.err = err;
  }

  /** Runs one command and exits. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(List.of(arguments), out, err);
    out.flush();
    System.exit(code);
  }

  /** Runs one command; returns the exit code. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      return new Main(CommandOptions.parse(arguments), out, err).run();
    } catch (UsageException | InvalidFactsException e) {
      err.println("ks: " + e.getMessage());
    } catch (IOException e) {
      err.println("ks: " + e.getMessage());
    }
    return UNUSABLE;
  }

  private int run() throws UsageException, IOException {
    String text = Texts.read(options.file());
    return switch (options.command()) {
      case CHECK -> check(text);
      case PLAN -> plan(text);
      case PRINT -> print(text);
    };
  }

  private int print(String text) {
    out.print(Synthesis.parse(release(text), text).print());
    return CLEAN;
  }

  private int check(String text) {
    Release release = release(text);
    List<Finding> found = Synthesis.check(release, text);
    List<Finding> findings = options.strict() ? Finding.strictly(found) : found;
    if (options.json()) {
      out.print(JsonOutput.check(release, findings, options.locale()));
    } else {
      report(findings, out);
    }
    return exitCode(findings);
  }

  private int plan(String text) throws UsageException, IOException {
    Release release = release(text);
    Facts facts = FactsReader.read(Texts.read(options.facts().orElseThrow()), release);
    InstallPlan made = Synthesis.plan(release, text, facts);
    InstallPlan plan = options.strict() ? made.strictly() : made;
    if (options.json()) {
      out.print(JsonOutput.plan(plan, options.locale()));
    } else {
      report(plan.findings(), err);
      if (!isRefused(plan.findings())) {
        out.print(plan.text());
      }
    }
    return exitCode(plan.findings());
  }

  /** A text that the installer would refuse has no plan to show. */
  private static boolean isRefused(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR && f.code().isSyntax());
  }

  private void report(List<Finding> findings, PrintStream to) {
    Locale locale = options.locale();
    for (Finding finding : findings) {
      String severity = finding.severity().name().toLowerCase(Locale.ROOT);
      StringBuilder line = new StringBuilder();
      line.append(options.file()).append(':').append(finding.line()).append(':');
      line.append(finding.column()).append(": ").append(severity).append(' ');
      line.append(finding.code()).append(": ").append(finding.message(locale));
      boolean japanese = locale.equals(Locale.JAPANESE);
      line.append(japanese ? "期待：" : " Expected: ").append(finding.expected(locale));
      line.append(japanese ? "。" : ".");
      Optional<String> suggestion = finding.suggestion(locale);
      suggestion.ifPresent(text -> line.append(' ').append(text));
      to.println(line);
    }
  }

  private static int exitCode(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.code() == FindingCode.TOO_LARGE)) {
      return UNUSABLE;
    }
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
        ? FINDINGS
        : CLEAN;
  }

  /** The release asked for; else preseed when the text is one, else the current Fedora. */
  private Release release(String text) {
    return options
        .release()
        .orElseGet(() -> Texts.guess(text) == Dialect.PRESEED ? Release.PRESEED : Release.latest());
  }
}
