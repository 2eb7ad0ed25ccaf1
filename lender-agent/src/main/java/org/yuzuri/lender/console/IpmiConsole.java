package org.yuzuri.lender.console;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessFailedException;
import org.yuzuri.host.Processes;
import org.yuzuri.host.Programs;
import org.yuzuri.host.RunningProgram;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.value.Secret;

/**
 * Serial over LAN of a BMC that speaks IPMI 2.0 (§15), by way of ipmitool, which wants a terminal:
 * script(1) of util-linux gives it one. Everything that differs goes by environment: no password is
 * in an argument, and nothing becomes part of the line that script's shell reads.
 *
 * <p>Source: ipmitool(1), "sol"; script(1); for the first line, {@code ipmi_sol_activate} of
 * ipmitool's ipmi_sol.c. ipmitool looks every 15 seconds whether the BMC still answers, and ends
 * when it does not.
 */
final class IpmiConsole {

  private static final String IPMITOOL =
      "exec ipmitool -I lanplus -C 3 -N 1 -R 3 -H \"$YUZURI_BMC_HOST\" -p \"$YUZURI_BMC_PORT\""
          + " -U \"$YUZURI_BMC_USER\" -E sol ";

  private static final String READY = "[SOL Session operational.";

  /** ipmitool's own way out, taken only as the first thing that is typed. */
  private static final String GOODBYE = "~.";

  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);
  private static final int MOST_BEFORE_READY = 4096;
  private static final int MOST_WORDS = 300;

  private final BmcAccess access;
  private final Processes processes;
  private final Programs programs;

  IpmiConsole(BmcAccess access, Processes processes, Programs programs) {
    this.access = access;
    this.processes = processes;
    this.programs = programs;
  }

  Console open() {
    try {
      // A BMC has one such session; that of an agent that was killed would keep us out.
      processes.run(withAccess("sh", "-c", IPMITOOL + "deactivate").withTimeout(LONGEST_CALL));
      RunningProgram program =
          programs.start(
              withAccess("script", "-q", "-e", "-f", "-c", IPMITOOL + "activate", "/dev/null"));
      return readyWithinTime(program);
    } catch (ProcessFailedException e) {
      throw refused(e.getMessage(), e);
    }
  }

  private ProcessCall withAccess(String... argv) {
    return ProcessCall.of(List.of(argv))
        .withEnvironment("SHELL", new Secret("/bin/sh"))
        .withEnvironment("YUZURI_BMC_HOST", new Secret(access.address().host()))
        .withEnvironment("YUZURI_BMC_PORT", new Secret(String.valueOf(access.address().port())))
        .withEnvironment("YUZURI_BMC_USER", new Secret(access.user()))
        .withEnvironment("IPMI_PASSWORD", access.password());
  }

  private Console readyWithinTime(RunningProgram program) {
    CompletableFuture<Boolean> timeUp =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, LONGEST_CALL.toSeconds(), TimeUnit.SECONDS);
    CompletableFuture<Void> end = timeUp.thenRun(program::close);
    try {
      String said = firstWords(program.output());
      if (said.contains(READY) && end.cancel(false)) {
        return new Session(program);
      }
      program.close();
      throw refused("\"" + shortened(said) + "\", expected a session", null);
    } catch (IOException e) {
      program.close();
      throw refused(e.getMessage(), e);
    } finally {
      timeUp.cancel(false);
    }
  }

  // To the end of the line that says it is ready, or of all that is said.
  private static String firstWords(InputStream output) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.length() < MOST_BEFORE_READY) {
      int next = output.read();
      if (next < 0 || (next == '\n' && said.indexOf(READY) >= 0)) {
        break;
      }
      said.append((char) next);
    }
    return said.toString();
  }

  private static String shortened(String said) {
    String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > MOST_WORDS ? line.substring(0, MOST_WORDS) + "…" : line;
  }

  private ConsoleException refused(@Nullable String why, @Nullable Throwable cause) {
    return new ConsoleException(
        "console of BMC " + access.address() + " as " + access.user() + ": " + why, cause);
  }

  private record Session(RunningProgram program) implements Console {

    @Override
    public InputStream output() {
      return program.output();
    }

    @Override
    public void close() {
      program.type(GOODBYE);
      if (!program.endsWithin(LONGEST_GOODBYE)) {
        program.close();
      }
    }
  }
}
