package org.yuzuri.portal.transfer;

import org.yuzuri.wire.server.TokenMisuse;

/** What should not have happened beside a transfer's steps; text {@code problem.note.NAME}. */
public enum TransferNote {
  TOKEN_WRONG_ADDRESS,
  TOKEN_WRONG_MAC,
  TOKEN_DEAD_TOKEN,
  TOKEN_UNKNOWN_TOKEN,
  TOKEN_SECOND_FETCH,
  TOKEN_PAST_STAGE,
  TOKEN_NOT_SIGNED,
  TOKEN_SIGNED_BY_ANOTHER_KEY,
  TOKEN_OUT_OF_ORDER,
  TOKEN_FOREIGN_DHCP_ANSWER,
  TOKEN_AGENT_ADDRESS_CLAIMED,
  /** The settings were asked for again. */
  SETTINGS_FETCHED_TWICE,
  /** The boot token was used after its end, or by another agent. */
  BOOT_TOKEN_DEAD,
  /** A beat or a piece of a log that the server's own key did not sign. */
  TOLD_BY_ANOTHER_KEY,
  /** A certificate was asked for with another key than the console's. */
  WRONG_KEY,
  /** A production certificate was asked for without the installation key's word. */
  NOT_VOUCHED,
  /** The console showed another key when one was trusted already. */
  OTHER_KEY_SHOWN,
  /** The gateway gave the server another address in the tunnel: a matter of its settings. */
  WRONG_VIRTUAL_ADDRESS(false);

  private final boolean security;

  TransferNote() {
    this(true);
  }

  TransferNote(boolean security) {
    this.security = security;
  }

  /** The note of what the lender agent tells. */
  public static TransferNote of(TokenMisuse misuse) {
    return valueOf("TOKEN_" + misuse);
  }

  /** Whether somebody may have meant harm by it. */
  public boolean isSecurity() {
    return security;
  }
}
