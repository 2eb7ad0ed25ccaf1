package org.yuzuri.wire.server;

/** How a boot token was used wrongly, or what endangers the boot that it is for. */
public enum TokenMisuse {
  /** From another address than the server's. */
  WRONG_ADDRESS,
  /** From the server's address, but another network card (or one that cannot be seen). */
  WRONG_MAC,
  /** After the token's end. */
  DEAD_TOKEN,
  /** A token that this agent does not know (any more). */
  UNKNOWN_TOKEN,
  /** The settings were asked for again. */
  SECOND_FETCH,
  /** For what its boot is past, or not yet at. */
  PAST_STAGE,
  /**
   * A beat, a piece of a log or a result without a signature, or one of the first two with one that
   * does not hold.
   */
  NOT_SIGNED,
  /** A beat or a piece of a log, signed by another key than the server's. */
  SIGNED_BY_ANOTHER_KEY,
  /** A signed beat or piece of a log under a number that has been used, or leaps. */
  OUT_OF_ORDER,
  /** Another machine answers DHCP on the boot network. */
  FOREIGN_DHCP_ANSWER,
  /** Another machine on the boot network says that the lender agent's address is its own. */
  AGENT_ADDRESS_CLAIMED
}
