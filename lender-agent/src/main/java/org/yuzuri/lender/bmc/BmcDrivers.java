package org.yuzuri.lender.bmc;

import org.yuzuri.host.Processes;
import org.yuzuri.wire.bmc.BmcAccess;

/** Which driver speaks to which kind of BMC. A kind without a driver does not compile. */
public final class BmcDrivers {

  private final Processes processes;
  private final CipherSuites suites;

  public BmcDrivers(Processes processes, CipherSuites suites) {
    this.processes = processes;
    this.suites = suites;
  }

  /** The BMC behind this access; nothing is asked of it yet. */
  public Bmc open(BmcAccess access) {
    return switch (access.kind()) {
      case IPMI, IPMI_SUITE_3 -> new IpmiBmc(access, processes, suites);
    };
  }
}
