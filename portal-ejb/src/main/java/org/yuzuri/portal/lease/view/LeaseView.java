package org.yuzuri.portal.lease.view;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.LeaseTransitions;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.state.FailureView;
import org.yuzuri.portal.state.Kind;

/**
 * A lease, as pages show it.
 *
 * @param hostName what the tenant calls the server; may be empty
 * @param virtualAddress where the tenant reaches the server
 * @param state text {@code lease.state.NAME}
 * @param period how long, from the hand-over
 * @param endsAt when the period is over; null before the hand-over and with an open end
 * @param handedOverAt null before the hand-over
 * @param cutOffAt null while the tenant has access
 * @param failure why it was not handed over or could not be taken back, or null
 */
public record LeaseView(
    long id,
    long orderId,
    long tenantId,
    long serverId,
    String serverName,
    String hostName,
    Labels labels,
    long gatewayId,
    String virtualAddress,
    LeaseState state,
    Instant stateSince,
    Instant createdAt,
    LeasePeriod period,
    @Nullable Instant endsAt,
    @Nullable Instant handedOverAt,
    @Nullable Instant cutOffAt,
    Price price,
    @Nullable FailureView failure) {

  /** It holds for 397 days from a moment of the installation, which takes less than one. */
  private static final Duration CERTIFICATE_AT_LEAST = Duration.ofDays(396);

  /**
   * The view.
   *
   * @param inside whether the viewer may read what tells of the datacenter's inside
   */
  static LeaseView of(Lease lease, String serverName, boolean inside) {
    return new LeaseView(
        lease.id(),
        lease.orderId(),
        lease.tenantId(),
        lease.serverId(),
        serverName,
        lease.hostName(),
        lease.labels(),
        lease.gatewayId(),
        lease.virtualAddress().text(),
        lease.state(),
        lease.stateSince(),
        lease.createdAt(),
        lease.period(),
        lease.endsAt(),
        lease.handedOverAt(),
        lease.cutOffAt(),
        lease.price(),
        FailureView.of(lease.failure(), inside));
  }

  /** Whether nothing changes it any more. */
  public boolean isFinal() {
    return state.kind() == Kind.FINAL;
  }

  /** Whether the tenant may give the server back, or call the lease off, now. */
  public boolean mayReturn() {
    return LeaseTransitions.TABLE.moves(state, LeaseEvent.RETURN);
  }

  /**
   * Until when the tunnel certificate of a lease without an end holds at least; null otherwise. An
   * installed server gets no second one.
   */
  public @Nullable Instant tunnelUntil() {
    return handedOverAt == null || !period.isOpen()
        ? null
        : handedOverAt.plus(CERTIFICATE_AT_LEAST);
  }

  /** Whether its period can be another now. */
  public boolean mayChangePeriod() {
    return state == LeaseState.STARTING || state == LeaseState.ACTIVE;
  }

  /** Whether the tenant has the server. */
  public boolean isActive() {
    return state == LeaseState.ACTIVE;
  }
}
