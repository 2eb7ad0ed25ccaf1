package org.yuzuri.lender.bmc;

import org.yuzuri.host.Processes;
import org.yuzuri.wire.bmc.BmcAccess;

/** Which driver speaks to which kind of BMC. A kind without a driver does not compile. */
public final class BmcDrivers {

  private final Processes processes;

  public BmcDrivers(Processes processes) {
    this.processes = processes;
  }

  /** The BMC behind this access; nothing is asked of it yet. */
  public Bmc open(BmcAccess access) {
    return switch (access.kind()) {
      case IPMI -> new IpmiBmc(access, processes);
    };
  }
}
