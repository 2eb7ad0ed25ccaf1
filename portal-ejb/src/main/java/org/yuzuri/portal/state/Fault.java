package org.yuzuri.portal.state;

/** Whose matter a failure is; decides what is advised, and later what is billed. */
public enum Fault {
  /** The datacenter: its agent, its network, its configuration. */
  LENDER,
  /** The tenant: settings, repository, gateway. */
  TENANT,
  /** The way between the two sites. */
  NETWORK,
  /** The server itself: power, disk, network card. */
  HARDWARE,
  /** The evidence does not say. */
  UNKNOWN;

  /**
   * Whether what was found tells of the datacenter's inside, such as the address of a BMC or a path
   * on an agent's disk. Tenants read the reason without it.
   */
  public boolean isInside() {
    return this == LENDER || this == HARDWARE;
  }
}
