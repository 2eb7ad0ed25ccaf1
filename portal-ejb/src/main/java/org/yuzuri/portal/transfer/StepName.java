package org.yuzuri.portal.transfer;

import java.util.Arrays;
import java.util.List;

/** The twelve steps of a transfer, in their order, with the evidence that ends each. */
public enum StepName {
  /** A server is reserved and fenced; ends with its row. */
  RESERVE,
  /** The install plan is merged and checked; ends with the stored plan. */
  PLAN,
  /** The tenant's gateway has its tunnel and grants; ends with its reports. */
  PREFLIGHT,
  /** Boot files, DHCP entry and the lender's grants are in place; ends with the agent's reports. */
  STAGE,
  /** The server is powered on with one network boot; ends when its BMC reports on. */
  POWER_ON,
  /** The server fetches script, kernel and initrd; ends when it has all of them. */
  BOOT_SEEN,
  /** The server makes its throw-away key; ends with the certificate's serial. */
  KEY,
  /** The installation tunnel; ends when the gateway reports it up. */
  TUNNEL,
  /** The tenant's system is installed through the tunnel; ends with the beat {@code installed}. */
  INSTALL,
  /** The network boot and the installation tunnel are withdrawn; ends with both reports. */
  REBOOT,
  /** The installed system builds its tunnel; ends when the gateway reaches its management port. */
  HAND_OVER,
  /** Grants of the installation are closed on both sides; ends with both reports. */
  CLOSE;

  static List<String> names() {
    return Arrays.stream(values()).map(StepName::name).toList();
  }

  /** Whether this step comes before the other. */
  public boolean isBefore(StepName other) {
    return compareTo(other) < 0;
  }
}
