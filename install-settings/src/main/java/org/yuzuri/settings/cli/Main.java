package org.yuzuri.settings.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.yuzuri.settings.facts.InvalidFactsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code ks check|plan|print}; exit 0 clean, 1 findings of severity error, 2 unusable. */
@Command(
    name = "ks",
    description = "Checks, plans and prints install settings (kickstart, preseed).",
    subcommands = {CheckCommand.class, PlanCommand.class, PrintCommand.class},
    footer = {"", "Exit codes: 0 clean, 1 findings of severity error, 2 unusable"})
public final class Main {

  @Option(names = "--help", usageHelp = true, description = "say how ks is used")
  boolean isHelpAsked;

  private Main() {}

  /** Runs one command and exits. */
  public static void main(String[] arguments) {
    PrintWriter out = writer(FileDescriptor.out);
    PrintWriter err = writer(FileDescriptor.err);
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs one command; returns the exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setExpandAtFiles(false)
        .setParameterExceptionHandler((wrong, all) -> usage(wrong))
        .setExecutionExceptionHandler((failed, command, parsed) -> unusable(failed, command))
        .execute(arguments);
  }

  private static int usage(ParameterException wrong) {
    PrintWriter err = wrong.getCommandLine().getErr();
    err.println("ks: " + wrong.getMessage());
    wrong.getCommandLine().usage(err);
    return ExitCode.USAGE;
  }

  private static int unusable(Exception failed, CommandLine command) throws Exception {
    if (failed instanceof UnusableException
        || failed instanceof InvalidFactsException
        || failed instanceof IOException) {
      command.getErr().println("ks: " + failed.getMessage());
      return ExitCode.USAGE;
    }
    throw failed;
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
