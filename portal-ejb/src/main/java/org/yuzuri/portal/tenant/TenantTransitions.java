package org.yuzuri.portal.tenant;

import static org.yuzuri.portal.tenant.TenantEvent.*;
import static org.yuzuri.portal.tenant.TenantState.*;

import org.yuzuri.portal.state.TransitionTable;

/** The only place that says which event moves a tenant where. */
public final class TenantTransitions {

  /** The table. */
  public static final TransitionTable<TenantState, TenantEvent> TABLE =
      TransitionTable.of("tenant", TenantState.class, TenantEvent.class)
          .moves(OPEN, SUSPEND, SUSPENDED)
          .moves(OPEN, CLOSE, CLOSED)
          .moves(SUSPENDED, RESUME, OPEN)
          .moves(SUSPENDED, CLOSE, CLOSED)
          .stale(OPEN, RESUME, "the tenant is open already")
          .stale(SUSPENDED, SUSPEND, "the tenant is suspended already")
          .stale(CLOSED, CLOSE, "the tenant is closed already")
          .build();

  private TenantTransitions() {}
}
