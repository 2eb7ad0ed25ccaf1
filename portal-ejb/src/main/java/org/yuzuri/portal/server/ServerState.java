package org.yuzuri.portal.server;

import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.State;

/** Where a physical server stands in the life that the rack sees. */
public enum ServerState implements State {
  /** Typed in by an operator and not yet trusted; nobody can order it. */
  ENROLLED(Kind.RESTING),
  /** Its inspection is at work on it, alone or as the first part of its admission. */
  INSPECTING(Kind.WORKING),
  /** Clean, powered off and free to be ordered. */
  AVAILABLE(Kind.RESTING),
  /** Bound to a lease; nothing of the tenant has run on it. */
  RESERVED(Kind.WORKING),
  /** A transfer is at work on it; the tenant's system may have run. */
  PROVISIONING(Kind.WORKING),
  /** In a tenant's hands. */
  LEASED(Kind.RESTING),
  /** Being cut off: power, firewalls, tunnels and certificates. */
  ISOLATING(Kind.WORKING),
  /** Cut off on every side; what comes next has not begun. */
  ISOLATED(Kind.WORKING),
  /** The eraser is at work. */
  WIPING(Kind.WORKING),
  /** At least one disk is not proven clean; an operator has to retry or retire it. */
  WIPE_FAILED(Kind.STUCK),
  /** Something went wrong with it; an operator has to release it through a wipe or retire it. */
  QUARANTINED(Kind.STUCK),
  /** Taken out of the pool by an operator. */
  MAINTENANCE(Kind.RESTING),
  /** Gone for good. */
  RETIRED(Kind.FINAL);

  private final Kind kind;

  ServerState(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /** Whether an operator may describe it anew: it is out of the pool and nobody works on it. */
  public boolean mayBeEdited() {
    return this == ENROLLED || this == MAINTENANCE || kind == Kind.STUCK;
  }

  /** Whether what went wrong before matters no more once it is here without a new problem. */
  boolean forgetsFailures() {
    return this == AVAILABLE || this == INSPECTING || this == ENROLLED;
  }

  /** Whether it has to be admitted before it can be lent. */
  public boolean isOutOfThePool() {
    return this == ENROLLED || this == INSPECTING || this == MAINTENANCE || this == RETIRED;
  }
}
