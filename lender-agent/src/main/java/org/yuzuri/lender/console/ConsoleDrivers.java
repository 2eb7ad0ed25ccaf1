package org.yuzuri.lender.console;

import org.yuzuri.host.Processes;
import org.yuzuri.host.Programs;
import org.yuzuri.lender.bmc.CipherSuites;
import org.yuzuri.wire.bmc.BmcAccess;

/** Which driver opens consoles of which kind of BMC. A kind without a driver does not compile. */
public final class ConsoleDrivers {

  private final Processes processes;
  private final Programs programs;
  private final CipherSuites suites;

  public ConsoleDrivers(Processes processes, Programs programs, CipherSuites suites) {
    this.processes = processes;
    this.programs = programs;
    this.suites = suites;
  }

  /**
   * Opens the console; a session that somebody else has with it ends. Blocks, at most for a minute.
   *
   * @throws ConsoleException there is no session to be had
   */
  public Console open(BmcAccess access) {
    return switch (access.kind()) {
      case IPMI, IPMI_SUITE_3 -> new IpmiConsole(access, processes, programs, suites).open();
    };
  }
}
