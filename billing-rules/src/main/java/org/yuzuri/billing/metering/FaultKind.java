package org.yuzuri.billing.metering;

/** What of the lender's kept a tenant from its server; the kind says who pays for that time. */
public enum FaultKind {
  /** The server's tunnel was down while whoever operates its site was silent, too. */
  SITE(true),
  /** Lines, switches, routers. */
  NETWORK(true),
  /** Electricity and cooling. */
  POWER(true),
  /** A part of the server itself. */
  HARDWARE(true),
  /** Work that was announced to the tenant before it began, as long as was announced. */
  MAINTENANCE(false),
  /** The lender's own software cut the tenant off. */
  PORTAL(true),
  /** Whatever else. */
  OTHER(true);

  private final boolean pausesTheCharge;

  FaultKind(boolean pausesTheCharge) {
    this.pausesTheCharge = pausesTheCharge;
  }

  /** Whether its time is not charged; only such time counts for what is given back besides. */
  public boolean pausesTheCharge() {
    return pausesTheCharge;
  }

  /** Whether people note it; the others are derived from what was seen. */
  public boolean isNoted() {
    return this != SITE;
  }
}
