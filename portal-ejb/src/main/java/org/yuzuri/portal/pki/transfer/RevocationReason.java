package org.yuzuri.portal.pki.transfer;

/** Why a certificate ends before its time. Numbers: RFC 5280, §5.3.1. */
public enum RevocationReason {
  /** The key may be known to others. */
  KEY_COMPROMISE(1),
  /** Another certificate took its place. */
  SUPERSEDED(4),
  /** What it was for is over: the transfer ended, the server was returned. */
  CESSATION(5);

  private final int number;

  RevocationReason(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
