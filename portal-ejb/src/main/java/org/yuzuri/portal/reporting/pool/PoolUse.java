package org.yuzuri.portal.reporting.pool;

import org.yuzuri.portal.server.ServerState;

/** What a server's time goes into, as reports tell it. */
public enum PoolUse {
  /** A tenant has it. */
  LENT,
  /** It is reserved, or a transfer is at work on it. */
  PREPARING,
  /** It is being cut off or erased. */
  ERASING,
  /** It could be ordered, and nobody has. */
  IDLE,
  /** An operator has to see to it before it can be lent. */
  BROKEN,
  /** It is not in the pool: not admitted, in maintenance or retired. */
  OUT;

  /** What a server in this state is at. */
  public static PoolUse of(ServerState state) {
    return switch (state) {
      case LEASED -> LENT;
      case RESERVED, PROVISIONING -> PREPARING;
      case ISOLATING, ISOLATED, WIPING -> ERASING;
      case AVAILABLE -> IDLE;
      case WIPE_FAILED, QUARANTINED -> BROKEN;
      case ENROLLED, INSPECTING, MAINTENANCE, RETIRED -> OUT;
    };
  }

  /** Whether such time counts as the pool's, of which shares are told. */
  public boolean isOfThePool() {
    return this != OUT;
  }
}
