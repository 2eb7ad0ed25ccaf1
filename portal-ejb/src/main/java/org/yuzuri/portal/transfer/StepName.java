package org.yuzuri.portal.transfer;

import java.util.Arrays;
import java.util.Optional;

/** The twelve steps of a transfer, in their order, with the evidence that ends each. */
public enum StepName {
  /** A server is reserved and fenced; ends with its row. */
  RESERVE(WaitedFor.PORTAL),
  /** The install plan is merged and checked; ends with the stored plan. */
  PLAN(WaitedFor.PORTAL),
  /** The tenant's gateway has its tunnel and grants; ends with its reports. */
  PREFLIGHT(WaitedFor.TENANT_GATEWAY),
  /** Boot files, DHCP entry and the lender's grants are in place; ends with the agent's reports. */
  STAGE(WaitedFor.LENDER),
  /** The server is powered on with one network boot; ends when its BMC reports on. */
  POWER_ON(WaitedFor.LENDER),
  /** The server fetches script, kernel and initrd; ends when it has all of them. */
  BOOT_SEEN(WaitedFor.SERVER),
  /** The server makes its throw-away key; ends with the certificate's serial. */
  KEY(WaitedFor.SERVER),
  /** The installation tunnel; ends when the gateway reports it up. */
  TUNNEL(WaitedFor.SERVER),
  /** The tenant's system is installed through the tunnel; ends with the beat {@code installed}. */
  INSTALL(WaitedFor.SERVER),
  /** The network boot and the installation tunnel are withdrawn; ends with both reports. */
  REBOOT(WaitedFor.LENDER),
  /** The installed system builds its tunnel; ends when the gateway reaches its management port. */
  HAND_OVER(WaitedFor.TENANT),
  /** Grants of the installation are closed on both sides; ends with both reports. */
  CLOSE(WaitedFor.LENDER);

  private final WaitedFor waitedFor;

  StepName(WaitedFor waitedFor) {
    this.waitedFor = waitedFor;
  }

  /** Whom the step usually waits for. */
  public WaitedFor waitedFor() {
    return waitedFor;
  }

  /** The step after this one; empty after the last. */
  public Optional<StepName> next() {
    return Arrays.stream(values()).filter(this::isBefore).findFirst();
  }

  /** Whether this step comes before the other. */
  public boolean isBefore(StepName other) {
    return compareTo(other) < 0;
  }
}
