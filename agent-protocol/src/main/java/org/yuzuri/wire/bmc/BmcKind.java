package org.yuzuri.wire.bmc;

/** The protocol that a BMC speaks. Only what the lender agent has a driver for is named here. */
public enum BmcKind {
  /** IPMI 2.0 over the network. */
  IPMI
}
