package org.yuzuri.portal.site;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What can go wrong between the networks. */
public enum SiteProblem implements ProblemCode {
  /** Every address of the network is held. */
  NO_FREE_ADDRESS(ProblemKind.CONFLICT),
  /** It has addresses in common with a network that is there. */
  NETWORKS_OVERLAP(ProblemKind.CONFLICT),
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
