package org.yuzuri.portal.order;

import java.time.Instant;
import org.yuzuri.portal.state.Kind;

/**
 * An order, as pages show it. Its leases are listed by {@code LeaseService.ofOrder}.
 *
 * @param state name of the {@link OrderState}; text {@code order.state.NAME}
 * @param kind what sort of waiting the state is
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
    String state,
    Kind kind,
    Instant stateSince,
    Instant placedAt,
    Instant endsAt,
    String placedBy) {

  /** Whether it may be called off now. */
  public boolean mayCancel() {
    return OrderTransitions.TABLE.moves(OrderState.valueOf(state), OrderEvent.CANCEL);
  }
}
