package org.yuzuri.portal.lease.view;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A lease in a list.
 *
 * @param tenant name of whose it is
 * @param server name of what is lent
 * @param hostName what the tenant calls it; may be empty
 * @param virtualAddress where the tenant reaches the server; null while it has none
 * @param handedOverAt null before the hand-over
 * @param hours the period; null for an open end
 * @param labels each as KEY=VALUE, separated by spaces
 * @param endsAt null before the hand-over and with an open end
 */
public record LeaseRow(
    long id,
    long orderId,
    String tenant,
    String server,
    String hostName,
    LeaseState state,
    @Nullable String virtualAddress,
    @Nullable Instant handedOverAt,
    @Nullable Integer hours,
    @Nullable Instant endsAt,
    String labels)
    implements Serializable {

  static final RowQuery<LeaseRow, LeaseState> ALL =
      new RowQuery<LeaseRow, LeaseState>(
              LeaseRow.class,
              "Lease l join Server s on s.id = l.serverId join Tenant t on t.id = l.tenantId",
              "l.id",
              "l.orderId",
              "t.name",
              "s.name",
              "l.hostName",
              "l.state",
              "l.virtualAddress",
              "l.handedOverAt",
              "l.periodHours",
              "l.endsAt",
              "l.labels")
          .searchedBy("s.name", "l.hostName", "l.labels", "t.name", "l.virtualAddress")
          .orderedBy("l.id desc")
          .inStates("l.state", LeaseState.class, Set.of());

  /** Its labels. */
  public Labels labelled() {
    return new Labels(labels);
  }

  /** How long it was agreed for, from the hand-over. */
  public LeasePeriod period() {
    return new LeasePeriod(hours);
  }
}
