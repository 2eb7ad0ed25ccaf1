package org.yuzuri.portal.lease;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A lease in a list.
 *
 * @param tenant name of whose it is
 * @param server name of what is lent
 * @param virtualAddress where the tenant reaches the server; null while it has none
 * @param handedOverAt null before the hand-over
 * @param hours the period; null for an open end
 * @param endsAt null before the hand-over and with an open end
 */
public record LeaseRow(
    long id,
    long orderId,
    String tenant,
    String server,
    LeaseState state,
    @Nullable String virtualAddress,
    @Nullable Instant handedOverAt,
    @Nullable Integer hours,
    @Nullable Instant endsAt)
    implements Serializable {

  static final RowQuery<LeaseRow, LeaseState> ALL =
      new RowQuery<LeaseRow, LeaseState>(
              LeaseRow.class,
              "Lease l join Server s on s.id = l.serverId join Tenant t on t.id = l.tenantId",
              "l.id",
              "l.orderId",
              "t.name",
              "s.name",
              "l.state",
              "l.virtualAddress",
              "l.handedOverAt",
              "l.periodHours",
              "l.endsAt")
          .searchedBy("s.name", "t.name", "l.virtualAddress")
          .orderedBy("l.id desc")
          .inStates("l.state", LeaseState.class, Set.of());

  /** How long it was agreed for, from the hand-over. */
  public LeasePeriod period() {
    return new LeasePeriod(hours);
  }
}
