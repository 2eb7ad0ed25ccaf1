package org.yuzuri.lender.console;

import org.yuzuri.host.Processes;
import org.yuzuri.host.Programs;
import org.yuzuri.wire.bmc.BmcAccess;

/** Which driver opens consoles of which kind of BMC. A kind without a driver does not compile. */
public final class ConsoleDrivers {

  private final Processes processes;
  private final Programs programs;

  public ConsoleDrivers(Processes processes, Programs programs) {
    this.processes = processes;
    this.programs = programs;
  }

  /**
   * Opens the console; a session that somebody else has with it ends. Blocks, at most for a minute.
   *
   * @throws ConsoleException there is no session to be had
   */
  public Console open(BmcAccess access) {
    return switch (access.kind()) {
      case IPMI -> new IpmiConsole(access, processes, programs).open();
    };
  }
}
