package org.yuzuri.portal.lease;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.Kind;

/**
 * A lease, as pages show it.
 *
 * @param virtualAddress where the tenant reaches the server
 * @param state text {@code lease.state.NAME}
 * @param endsAt when the period is over
 * @param handedOverAt null before the hand-over
 * @param cutOffAt null while the tenant has access
 * @param problemCode text {@code reason.CODE}, or null
 * @param advice key of the text that says what to do, {@code advice.FAULT}, or null
 */
public record LeaseView(
    long id,
    long orderId,
    long tenantId,
    long serverId,
    String serverName,
    long gatewayId,
    String virtualAddress,
    LeaseState state,
    Instant stateSince,
    Instant createdAt,
    Instant endsAt,
    @Nullable Instant handedOverAt,
    @Nullable Instant cutOffAt,
    BigDecimal pricePerHour,
    String currency,
    @Nullable Fault problemFault,
    @Nullable String problemCode,
    @Nullable String problemDetail,
    @Nullable String advice) {

  /**
   * The view.
   *
   * @param inside whether the viewer may read what tells of the datacenter's inside
   */
  static LeaseView of(Lease lease, String serverName, boolean inside) {
    Fault fault = lease.problemFault();
    boolean hidden = !inside && fault != null && fault.isInside();
    return new LeaseView(
        lease.id(),
        lease.orderId(),
        lease.tenantId(),
        lease.serverId(),
        serverName,
        lease.gatewayId(),
        lease.virtualAddress().text(),
        lease.state(),
        lease.stateSince(),
        lease.createdAt(),
        lease.endsAt(),
        lease.handedOverAt(),
        lease.cutOffAt(),
        lease.pricePerHour(),
        lease.currency(),
        fault,
        lease.problemCode(),
        hidden ? null : lease.problemDetail(),
        fault == null ? null : "advice." + fault);
  }

  /** Whether nothing changes it any more. */
  public boolean isFinal() {
    return state.kind() == Kind.FINAL;
  }

  /** Whether the tenant may give the server back, or call the lease off, now. */
  public boolean mayReturn() {
    return LeaseTransitions.TABLE.moves(state, LeaseEvent.RETURN);
  }

  /** Whether the tenant has the server. */
  public boolean isActive() {
    return state == LeaseState.ACTIVE;
  }
}
