package org.yuzuri.portal.tenant;

import java.time.Instant;

/**
 * A tenant, as pages show it. Number 1 is the lender.
 *
 * @param version rises with every change; a change names the one that it was typed over
 * @param stateReason why it is not open; empty while it is
 * @param contract number or place of the contract; may be empty, as the following
 * @param billingAddress lines separated by line feeds
 */
public record TenantView(
    long id,
    long version,
    String name,
    TenantState state,
    Instant stateSince,
    String stateReason,
    String contract,
    String billingAddress,
    String contactName,
    String contactEmail,
    String contactPhone,
    Instant createdAt) {

  /** Whether it may order. */
  public boolean isOpen() {
    return state == TenantState.OPEN;
  }

  /** Whether it may be suspended now. */
  public boolean maySuspend() {
    return TenantTransitions.TABLE.moves(state, TenantEvent.SUSPEND);
  }

  /** Whether it may be let order again now. */
  public boolean mayResume() {
    return TenantTransitions.TABLE.moves(state, TenantEvent.RESUME);
  }

  /** Whether it may be closed, once it leases nothing. */
  public boolean mayClose() {
    return TenantTransitions.TABLE.moves(state, TenantEvent.CLOSE);
  }

  /** What was typed in about it. */
  TenantDraft draft() {
    return new TenantDraft(name, contract, billingAddress, contactName, contactEmail, contactPhone);
  }
}
