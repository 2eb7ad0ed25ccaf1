package org.yuzuri.portal.tenant;

import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.state.State;

/** What the datacenter lets a tenant do. */
public enum TenantState implements State {
  /** Everything that its members' roles allow. */
  OPEN(Kind.RESTING),
  /** It keeps and returns what it has; nothing new is ordered or installed. */
  SUSPENDED(Kind.RESTING),
  /** Over; it leases nothing and nobody of it can log in. */
  CLOSED(Kind.FINAL);

  private final Kind kind;

  TenantState(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
