package org.yuzuri.lender.bmc;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.wire.bmc.BmcAccess;

/**
 * Calls of ipmitool to one BMC by IPMI 2.0. The password goes by environment, never in an argument.
 *
 * <p>Source: ipmitool(1).
 */
public final class IpmiTool {

  /** Each request is sent so often, a second apart at first: a dead BMC is known after 12 s. */
  private static final String SENDINGS = "3";

  private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

  private final BmcAccess access;
  private final Processes processes;
  private final CipherSuites suites;
  private final List<String> program;

  /**
   * Makes one.
   *
   * @param program how ipmitool is started, with what stands before it
   */
  public IpmiTool(
      BmcAccess access, Processes processes, CipherSuites suites, List<String> program) {
    this.access = access;
    this.processes = processes;
    this.suites = suites;
    this.program = List.copyOf(program);
  }

  /**
   * Runs a command to its end, whatever its exit code.
   *
   * @throws BmcException the BMC has no cipher suite that its entry allows
   * @throws org.yuzuri.host.ProcessFailedException it could not be started, or was killed
   */
  public ProcessResult run(String... command) {
    return suites.run(access, processes, suite -> call(suite, command));
  }

  /** The same command, not started yet; its cipher suite is the one that the last run has found. */
  public ProcessCall call(String... command) {
    return call(suites.suite(access), command);
  }

  private ProcessCall call(int suite, String... command) {
    List<String> argv = new ArrayList<>(program);
    argv.addAll(
        List.of("-I", "lanplus", "-C", String.valueOf(suite), "-N", "1", "-R", SENDINGS, "-H"));
    argv.addAll(List.of(access.address().host(), "-p", String.valueOf(access.address().port())));
    argv.addAll(List.of("-U", access.user(), "-E"));
    argv.addAll(List.of(command));
    return ProcessCall.of(argv)
        .withEnvironment("IPMI_PASSWORD", access.password())
        .withTimeout(LONGEST_CALL);
  }
}
