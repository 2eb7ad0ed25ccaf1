package org.yuzuri.settings.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Merges settings with the facts of a server. */
@Command(
    name = "plan",
    description = "Merges settings with the facts of a server, and prints the install plan.")
final class PlanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SettingsText settings = new SettingsText();
  @Mixin private FindingsOutput output = new FindingsOutput();

  @Option(
      names = "--facts",
      paramLabel = "FACTS.json",
      required = true,
      description = "what the lender knows about the server")
  private String facts = "";

  @Override
  public Integer call() throws UnusableException {
    String text = settings.read();
    Release release = settings.releaseOf(text);
    Facts server = FactsFile.read(Texts.read(facts)).facts(release);
    InstallPlan made = Synthesis.plan(release, text, server);
    InstallPlan plan = output.strict() ? made.strictly() : made;
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(JsonOutput.plan(plan, output.locale()));
    } else {
      output.print(spec.commandLine().getErr(), settings.file(), plan.findings());
      if (!isRefused(plan.findings())) {
        out.print(plan.text());
      }
    }
    return FindingsOutput.exitCode(plan.findings());
  }

  /** A text that the installer would refuse has no plan to show. */
  private static boolean isRefused(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.severity() == Severity.ERROR && f.code().isSyntax());
  }
}
