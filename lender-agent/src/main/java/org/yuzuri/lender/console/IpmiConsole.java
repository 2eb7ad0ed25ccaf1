package org.yuzuri.lender.console;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.ProcessFailedException;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.host.Programs;
import org.yuzuri.host.RunningProgram;
import org.yuzuri.lender.bmc.BmcException;
import org.yuzuri.lender.bmc.CipherSuites;
import org.yuzuri.lender.bmc.IpmiTool;
import org.yuzuri.wire.bmc.BmcAccess;

/**
 * Serial over LAN of a BMC that speaks IPMI 2.0 (§15), by way of {@link IpmiTool}, which ends when
 * its input does: also when the agent is killed.
 *
 * <p>ipmitool would like a terminal and works without, but tells that a session is open only with
 * the first bytes of it unless its output is line-buffered: stdbuf(1) of coreutils sees to that.
 * Every 15 seconds it looks whether the BMC still answers, and ends when it does not.
 *
 * <p>Source: ipmitool(1), "sol"; {@code ipmi_sol_activate} and {@code ipmi_sol_red_pill} of
 * ipmitool 1.8.19.
 */
final class IpmiConsole {

  private static final String READY = "[SOL Session operational.";

  private static final String NO_SESSION = "Unable to establish IPMI";

  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);
  private static final int MOST_BEFORE_READY = 4096;
  private static final int MOST_WORDS = 300;

  private final BmcAccess access;
  private final IpmiTool tool;
  private final Programs programs;

  IpmiConsole(BmcAccess access, Processes processes, Programs programs, CipherSuites suites) {
    this.access = access;
    this.tool = new IpmiTool(access, processes, suites, List.of("stdbuf", "-oL", "ipmitool"));
    this.programs = programs;
  }

  Console open() {
    try {
      // A BMC has one such session; that of an agent that was killed would keep us out.
      refuseIfNobodyIsLetIn(tool.run("sol", "deactivate"));
      return readyWithinTime(programs.start(tool.call("sol", "activate")));
    } catch (ProcessFailedException | BmcException e) {
      throw refused(e.getMessage(), e);
    }
  }

  // Asked again it would answer the same, after as long a time, and may count wrong passwords.
  private void refuseIfNobodyIsLetIn(ProcessResult deactivated) {
    String said = deactivated.output() + deactivated.errors();
    if (!deactivated.succeeded() && said.contains(NO_SESSION)) {
      throw refused("\"" + shortened(said) + "\", expected a session", null);
    }
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
      program.endInput();
      if (!program.endsWithin(LONGEST_GOODBYE)) {
        program.close();
      }
    }
  }
}
