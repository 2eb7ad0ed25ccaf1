package org.yuzuri.settings.cli;

import java.util.concurrent.Callable;
import org.yuzuri.settings.Synthesis;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints settings as they were read: the same bytes. */
@Command(name = "print", description = "Prints settings as they were read: the same bytes.")
final class PrintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SettingsText settings = new SettingsText();

  @Override
  public Integer call() throws UnusableException {
    String text = settings.read();
    spec.commandLine().getOut().print(Synthesis.parse(settings.releaseOf(text), text).print());
    return ExitCode.OK;
  }
}
