package org.yuzuri.portal.tenant;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A tenant in a list.
 *
 * @param servers how many it holds, also those that are being taken back
 */
public record TenantListRow(
    long id,
    String name,
    TenantState state,
    Instant stateSince,
    String contract,
    String contactName,
    String contactEmail,
    long servers)
    implements Serializable {

  static final RowQuery<TenantListRow, TenantState> ALL =
      new RowQuery<TenantListRow, TenantState>(
              TenantListRow.class,
              "Tenant t",
              "t.id",
              "t.name",
              "t.state",
              "t.stateSince",
              "t.contract",
              "t.contactName",
              "t.contactEmail",
              "(select count(l) from Lease l where l.tenantId = t.id"
                  + " and l.activeServerId is not null)")
          .searchedBy("t.name", "t.contract", "t.contactName", "t.contactEmail")
          .orderedBy("t.name")
          .inStates("t.state", TenantState.class, Set.of(TenantState.CLOSED));
}
