package org.yuzuri.portal.usage;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.RowQuery;
import org.yuzuri.portal.usage.record.UsageKind;

/**
 * A usage record in a list.
 *
 * @param tenant name of who used it
 * @param server name of the lease's server; null without a lease
 * @param hour when the hour began, or for storage the day
 * @param number 0 for the hour's first record, more for one that corrects
 * @param pieces of the kind's unit; negative when it takes back
 * @param recordedAt when it became known
 */
public record UsageRow(
    long id,
    String tenant,
    @Nullable Long leaseId,
    @Nullable String server,
    UsageKind kind,
    Instant hour,
    int number,
    long pieces,
    Instant recordedAt)
    implements Serializable {

  /**
   * In the order of the index of hours, so that a page reads its own rows only; what is joined is
   * joined from outside, so that a count leaves it out.
   */
  static final RowQuery<UsageRow, UsageKind> ALL =
      new RowQuery<UsageRow, UsageKind>(
              UsageRow.class,
              "UsageEntry u left join Tenant t on t.id = u.tenantId left join Lease l on l.id ="
                  + " u.leaseId left join Server s on s.id = l.serverId",
              "u.id",
              "t.name",
              "u.leaseId",
              "s.name",
              "u.kind",
              "u.hour",
              "u.number",
              "u.pieces",
              "u.recordedAt")
          .searchedAmong(
              "u.tenantId in (select named.id from Tenant named where "
                  + RowQuery.like("named.name", "text")
                  + ")",
              "u.leaseId in (select leased.id from Lease leased join Server named on named.id ="
                  + " leased.serverId where "
                  + RowQuery.like("named.name", "text")
                  + ")")
          .orderedBy("u.hour desc, u.tenantId desc, u.id desc")
          .inStates("u.kind", UsageKind.class, Set.of());
}
