package org.yuzuri.portal.search;

import java.util.List;
import java.util.stream.Collectors;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.platform.RowQuery;

/**
 * One part of a search: where to look for one kind of thing.
 *
 * @param permission whoever has it may see the thing
 * @param from in JPQL, the thing is x
 * @param shown name, what else it is known by, and name of its tenant, in JPQL
 * @param where in JPQL, with the parameters {@code word} and {@code number}
 */
record Wanted(FoundKind kind, String permission, String from, String shown, String where) {

  private static final Wanted LEASES =
      new Wanted(
          FoundKind.LEASE,
          Permissions.LEASE_READ,
          "Lease x join Server s on s.id = x.serverId join Tenant t on t.id = x.tenantId",
          "concat(s.name, ' ', x.hostName), concat(coalesce(x.virtualAddress, ''), ' ',"
              + " x.labels), t.name",
          like("s.name", "x.hostName", "x.virtualAddress", "x.labels"));

  private static final Wanted ORDERS =
      new Wanted(
          FoundKind.ORDER,
          Permissions.ORDER_READ,
          "PurchaseOrder x join Offer f on f.id = x.offerId join Tenant t on t.id = x.tenantId",
          "f.name, x.labels, t.name",
          like("x.labels", "x.hostNames", "f.name"));

  private static final Wanted IMAGES =
      new Wanted(
          FoundKind.IMAGE,
          Permissions.IMAGE_READ,
          "BootImage x join Tenant t on t.id = x.tenantId",
          "x.name, '', t.name",
          like("x.name") + " and x.removedAt is null");

  private static final Wanted SERVERS =
      new Wanted(
          FoundKind.SERVER,
          Permissions.SERVER_READ,
          "Server x",
          "x.name, concat(x.mac, ' ', x.bootAddress, ' ', x.machineSerial), ''",
          "("
              + like(
                  "x.name",
                  "x.mac",
                  "x.bootAddress",
                  "x.bmcAddress",
                  "x.portName",
                  "x.machineSerial")
              + " or exists (select d.stableId from Server y join y.disks d where y.id = x.id and "
              + RowQuery.like("d.stableId", "word")
              + "))");

  private static final Wanted TENANTS =
      new Wanted(
          FoundKind.TENANT,
          Permissions.TENANT_READ,
          "Tenant x",
          "x.name, x.contract, ''",
          like("x.name", "x.contract", "x.contactName", "x.contactEmail"));

  private static final Wanted DAEMONS =
      new Wanted(
          FoundKind.DAEMON,
          Permissions.AGENT_READ,
          "Agent x join Tenant t on t.id = x.tenantId",
          "x.name, '', t.name",
          like("x.name"));

  private static final Wanted GATEWAYS =
      new Wanted(
          FoundKind.GATEWAY,
          Permissions.GATEWAY_READ,
          "Gateway x join Tenant t on t.id = x.tenantId",
          "x.name, concat(x.outsideAddress, ' ', x.range), t.name",
          like("x.name", "x.outsideAddress", "x.range", "x.pool") + " and x.removedAt is null");

  private static final Wanted SETTINGS =
      new Wanted(
          FoundKind.SETTINGS,
          Permissions.SETTINGS_READ,
          "InstallSettings x join Tenant t on t.id = x.tenantId",
          "x.name, '', t.name",
          like("x.name") + " and x.state <> org.yuzuri.portal.settings.SettingsState.REMOVED");

  /** Where operators' words are looked for. */
  static final List<Wanted> OF_OPERATORS =
      List.of(SERVERS, LEASES, ORDERS, TENANTS, DAEMONS, IMAGES);

  /** Where those of tenants' people are looked for. */
  static final List<Wanted> OF_TENANTS = List.of(LEASES, ORDERS, GATEWAYS, IMAGES, SETTINGS);

  /**
   * The newest things of the kind, as a part of a union: what {@link Found#of} reads.
   *
   * @param most of them
   */
  String some(int most) {
    return "(select '%s', x.id, %s from %s where %s order by x.id desc limit %d)"
        .formatted(kind, shown, from, where, most);
  }

  private static String like(String... columns) {
    return List.of(columns).stream()
        .map(column -> RowQuery.like(column, "word"))
        .collect(Collectors.joining(" or ", "(", " or x.id = :number)"));
  }
}
