package org.yuzuri.portal.usage.charge;

/** What a charge is for. */
public enum ChargeKind {
  /** A leased server, as long as it was had. */
  SERVER_TIME,
  /** Setting a server up, once a lease. */
  SETUP,
  /** What a leased server sent to the outside and received from there. */
  TRAFFIC,
  /** Keeping the files of boot images. */
  STORAGE,
  /** What a contract takes off other charges; negative. */
  DISCOUNT,
  /** What is given back for faults of the datacenter; negative. */
  SLA_CREDIT
}
