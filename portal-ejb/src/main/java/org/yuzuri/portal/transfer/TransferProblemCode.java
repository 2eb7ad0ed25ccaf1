package org.yuzuri.portal.transfer;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** What a leased server's requests can be refused for. */
public enum TransferProblemCode implements ProblemCode {
  /** The boot token opens nothing: unknown, dead, or presented by another agent. */
  BOOT_TOKEN_DEAD(ProblemKind.NOT_FOUND),
  /** The install plan was given before; it is given once. */
  SETTINGS_FETCHED_TWICE(ProblemKind.GONE),
  /** The server has not shown a key on its console yet; RFC 8470 has the status. */
  KEY_NOT_SEEN(ProblemKind.TOO_EARLY),
  /** The key is not the one that the server showed on its console. */
  WRONG_KEY(ProblemKind.FORBIDDEN),
  /** The request for the production certificate is not signed by the installation key. */
  NOT_VOUCHED(ProblemKind.FORBIDDEN),
  /** The tenant's gateway has not reported the installation tunnel yet. */
  TUNNEL_NOT_REPORTED(ProblemKind.TOO_EARLY),
  /** The datacenter has suspended the tenant: no settings are given. */
  INSTALLS_SUSPENDED(ProblemKind.FORBIDDEN),
  /** The request comes in a step in which it has no meaning. */
  NOT_IN_THIS_STEP(ProblemKind.CONFLICT);

  private final ProblemKind kind;

  TransferProblemCode(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
