package org.yuzuri.portal.order;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.platform.RowQuery;

/**
 * An order in a list.
 *
 * @param tenant name of whose it is
 * @param offer name of what was ordered
 * @param placedBy login of who placed it
 * @param labels each as KEY=VALUE, separated by spaces
 * @param hours the agreed period of each server; null for an open end
 */
public record OrderRow(
    long id,
    String tenant,
    String offer,
    int servers,
    OrderState state,
    Instant placedAt,
    String placedBy,
    @Nullable Integer hours,
    String labels)
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
              "o.periodHours",
              "o.labels")
          .searchedBy("f.name", "t.name", "o.placedBy", "o.labels")
          .orderedBy("o.id desc")
          .inStates("o.state", OrderState.class, Set.of());

  /** As it was agreed for each server, from its hand-over. */
  public LeasePeriod period() {
    return new LeasePeriod(hours);
  }
}
