package org.yuzuri.portal.invoice.run;

import java.io.IOException;
import org.yuzuri.portal.platform.PortalDatabase;

/**
 * Bills a month as a process of its own, which can be killed: waits for a byte, then does what
 * people and the timer do, and ends when the month is billed. Without that byte it does nothing.
 */
final class RunProcess {

  public static void main(String[] arguments) throws IOException {
    RunClerk clerk = new RunClerk(PortalDatabase.ofTheStarter());
    clerk.newest();
    if (System.in.read() >= 0) {
      clerk.takeUp();
    }
    System.exit(0); // the container's own threads do not end by themselves
  }

  private RunProcess() {}
}
