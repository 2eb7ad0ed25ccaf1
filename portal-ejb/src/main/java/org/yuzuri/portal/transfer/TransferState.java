package org.yuzuri.portal.transfer;

import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.State;

/** Where one run that moves a tenant's system onto a server stands. */
public enum TransferState implements State {
  /** One of its steps is at work or waits for its evidence. */
  RUNNING(Kind.WORKING),
  /** Handed over. */
  SUCCEEDED(Kind.FINAL),
  /** A step failed or passed its hard limit; the server is taken back. */
  FAILED(Kind.FINAL),
  /** Called off; the server is taken back. */
  CANCELLED(Kind.FINAL);

  private final Kind kind;

  TransferState(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
