package org.yuzuri.portal.order;

import java.time.Instant;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.state.Kind;

/**
 * An order, as pages show it. Its leases are listed by {@code LeaseService.ofOrder}.
 *
 * @param state text {@code order.state.NAME}
 * @param placedBy login of who placed it
 */
public record OrderView(
    long id,
    long tenantId,
    long offerId,
    long imageId,
    long settingsVersionId,
    long gatewayId,
    int servers,
    OrderState state,
    Instant stateSince,
    Instant placedAt,
    LeasePeriod period,
    Labels labels,
    String placedBy) {

  /** Whether nothing changes it any more. */
  public boolean isFinal() {
    return state.kind() == Kind.FINAL;
  }

  /** Whether it may be called off now. */
  public boolean mayCancel() {
    return OrderTransitions.TABLE.moves(state, OrderEvent.CANCEL);
  }
}
