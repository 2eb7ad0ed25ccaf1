package org.yuzuri.portal.order;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.yuzuri.portal.platform.RowQuery;

/**
 * An order in a list.
 *
 * @param tenant name of whose it is
 * @param offer name of what was ordered
 * @param placedBy login of who placed it
 */
public record OrderRow(
    long id,
    String tenant,
    String offer,
    int servers,
    OrderState state,
    Instant placedAt,
    String placedBy,
    Instant endsAt)
    implements Serializable {

  /** Every order that the session may see. */
  public static final RowQuery<OrderRow, OrderState> ALL =
      new RowQuery<OrderRow, OrderState>(
              OrderRow.class,
              "PurchaseOrder o join Offer f on f.id = o.offerId join Tenant t on t.id = o.tenantId",
              "o.id",
              "t.name",
              "f.name",
              "o.serverCount",
              "o.state",
              "o.placedAt",
              "o.placedBy",
              "o.endsAt")
          .searchedBy("f.name", "t.name", "o.placedBy")
          .orderedBy("o.id desc")
          .inStates("o.state", OrderState.class, Set.of());
}
