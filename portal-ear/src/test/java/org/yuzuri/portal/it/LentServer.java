package org.yuzuri.portal.it;

import java.sql.SQLException;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.wire.value.Fence;

/** A server that a tenant of {@link Rows} has had for a while, under generation 1. */
record LentServer(long serverId, long leaseId) {

  private static final int GENERATION = 1;

  /**
   * Writes it into the database.
   *
   * @param at tells it from other servers of the tenant
   */
  static LentServer in(Rows site, int at) throws SQLException {
    try (PortalTables tables = new PortalTables()) {
      long server =
          tables.insert(
              "insert into server (version, offer_id, agent_id, name, state, state_since,"
                  + " generation, last_lease_id, mac, boot_address, boot_mode, console, cpu_count,"
                  + " memory_mib, bmc_address, bmc_user, bmc_password) select 0, offer_id,"
                  + " agent_id, concat(name, '-lent-', ?), 'LEASED', %s, ?, 0, ?, ?, boot_mode,"
                  + " console, cpu_count, memory_mib, bmc_address, bmc_user, bmc_password from"
                  + " server where id = ?",
              at,
              GENERATION,
              "02:00:00:01:00:%02x".formatted(at),
              "192.0.2.%d/24".formatted(at),
              site.server());
      tables.insert(
          "insert into server_disk (server_id, position, stable_id, device, size_gib) values"
              + " (?, 0, 'lent', '/dev/vda', 8)",
          server);
      long order =
          tables.insert(
              "insert into purchase_order (version, tenant_id, offer_id, image_id,"
                  + " settings_version_id, gateway_id, server_count, state, state_since, placed_at,"
                  + " period_hours, placed_by) select 0, tenant_id, offer_id, image_id,"
                  + " settings_version_id, gateway_id, 1, 'FULFILLED', %1$s, %1$s,"
                  + " 720, placed_by from purchase_order where id = ?",
              site.ids().order());
      long lease =
          tables.insert(
              "insert into lease (version, tenant_id, order_id, server_id, active_server_id,"
                  + " gateway_id, state, state_since, created_at, ends_at, touched_at,"
                  + " handed_over_at, per_unit, currency, virtual_address) select 0,"
                  + " tenant_id, ?, ?, ?, gateway_id, 'ACTIVE', %1$s, %1$s, %1$s + interval 30 day,"
                  + " %1$s, %1$s, 1, 'JPY', ? from lease where id = ?",
              order, server, server, "10.30.1." + at, site.ids().lease());
      tables.insert("update server set last_lease_id = ? where id = ?", lease, server);
      tables.insert(
          "update server set bmc_password = ? where bmc_password is not null",
          new EncryptedText().convertToDatabaseColumn("secret"));
      return new LentServer(server, lease);
    }
  }

  /** Its period is over. */
  void end() throws SQLException {
    try (PortalTables tables = new PortalTables()) {
      tables.insert("update lease set ends_at = %s - interval 1 minute where id = ?", leaseId);
    }
  }

  Fence fence() {
    return new Fence(serverId, leaseId, GENERATION);
  }
}
