package org.yuzuri.settings.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.yuzuri.settings.Synthesis;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.release.Release;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what is wrong with settings. */
@Command(name = "check", description = "Says what is wrong with settings.")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SettingsText settings = new SettingsText();
  @Mixin private FindingsOutput output = new FindingsOutput();

  @Override
  public Integer call() throws UnusableException {
    String text = settings.read();
    Release release = settings.releaseOf(text);
    List<Finding> found = Synthesis.check(release, text);
    List<Finding> findings = output.strict() ? Finding.strictly(found) : found;
    PrintWriter out = spec.commandLine().getOut();
    if (output.json()) {
      out.println(JsonOutput.check(release, findings, output.locale()));
    } else {
      output.print(out, settings.file(), findings);
    }
    return FindingsOutput.exitCode(findings);
  }
}
