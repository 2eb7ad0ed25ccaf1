package org.yuzuri.portal.problem;

/** How far a problem is; text {@code standing.state.NAME}. */
public enum StandingState {
  /** It stands, and nobody has said that it is known. */
  OPEN,
  /** It stands, and an operator has said that it is known. */
  ACKNOWLEDGED,
  /** It was not seen any more. */
  GONE
}
