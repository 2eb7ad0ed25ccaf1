package org.yuzuri.portal.site;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What can go wrong between the networks. */
public enum SiteProblem implements ProblemCode {
  /** Every address of the network is held. */
  NO_FREE_ADDRESS(ProblemKind.CONFLICT),
  /** It has addresses in common with a network that is there. */
  NETWORKS_OVERLAP(ProblemKind.CONFLICT),
  /** The operator does not let a gateway have this address. */
  ADDRESS_NOT_ALLOWED(ProblemKind.REFUSED),
  /** A tunnel would be encrypted with what is known to be weak, or with what nobody has judged. */
  WEAK_PROPOSALS(ProblemKind.REFUSED),
  /** Servers that use the gateway were set up with it: this cannot change under them. */
  GATEWAY_IN_USE(ProblemKind.CONFLICT),
  /** Servers use the gateway: it cannot be removed. */
  GATEWAY_HAS_SERVERS(ProblemKind.CONFLICT),
  /** The gateway was removed. */
  GATEWAY_REMOVED(ProblemKind.CONFLICT),
  /** The server's agent has no boot network yet. */
  NO_BOOT_NETWORK(ProblemKind.UNAVAILABLE);

  private final ProblemKind kind;

  SiteProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
