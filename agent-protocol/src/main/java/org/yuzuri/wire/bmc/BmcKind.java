package org.yuzuri.wire.bmc;

/** The protocol that a BMC speaks. Only what the lender agent has a driver for is named here. */
public enum BmcKind {
  /** IPMI 2.0 over the network with cipher suite 17 (HMAC-SHA256, AES-CBC-128). */
  IPMI,
  /** The same, with cipher suite 3 (HMAC-SHA1, AES-CBC-128) when the BMC does not have 17. */
  IPMI_SUITE_3
}
