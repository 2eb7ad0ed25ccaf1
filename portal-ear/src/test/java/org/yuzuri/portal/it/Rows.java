package org.yuzuri.portal.it;

import java.sql.SQLException;
import java.util.List;
import org.yuzuri.portal.access.Role;

/**
 * A tenant of its own with as many rows of each kind as wanted, and the datacenter's beside them,
 * written straight into the database: no daemon worked for them. Nothing of it is due, so that no
 * timer touches it. What is kept encrypted, the passwords of BMCs and install plans, are settings
 * that Alpha has.
 */
final class Rows implements AutoCloseable {

  private static final List<String> STEPS =
      List.of(
          "RESERVE PLAN PREFLIGHT STAGE POWER_ON BOOT_SEEN KEY TUNNEL INSTALL REBOOT HAND_OVER CLOSE"
              .split(" "));

  private final PortalTables tables = new PortalTables();
  private final String name;
  private final long tenant;
  private final long offer;
  private final long agent;
  private final long gateway;
  private final long gatewaysAgent;
  private final long image;
  private final long settings;
  private final long version;
  private final long server;
  private final long order;
  private int filled;
  private long lease;
  private long transfer;
  private long mail;

  /** What the pages of one thing are about; all of it belongs to the tenant, but for the last. */
  record Ids(
      long order,
      long lease,
      long transfer,
      long image,
      long settings,
      long gateway,
      long daemon) {}

  /**
   * Makes the tenant, with one of each thing.
   *
   * @param name of the tenant; its members are {@code admin@NAME} and {@code viewer@NAME} with the
   *     passwords of those of Alpha
   */
  Rows(String name) throws SQLException {
    this.name = name;
    tenant =
        tables.insert(
            "insert into tenant (version, name, state, created_at) values (0, ?, 'OPEN', %s)",
            name);
    tables.insert("insert into tenant_limit (tenant_id) values (?)", tenant);
    for (String role : new String[] {"admin", "viewer"}) {
      tables.insert(
          "insert into member (version, tenant_id, login, display_name, password_hash, role, state,"
              + " created_at) select 0, ?, ?, ?, password_hash, role, 'OPEN', %s"
              + " from member where login = ?",
          tenant, role + "@" + name, role + " of " + name, role + "@alpha");
    }
    offer = tables.number("select min(id) from offer");
    agent = tables.number("select min(id) from agent where kind = 'LENDER_AGENT'");
    gatewaysAgent = agent(0);
    gateway = gateway(0, gatewaysAgent);
    image = image(0);
    settings = settings(0);
    version = tables.number("select max(id) from settings_version where settings_id = " + settings);
    server = server(0);
    order = order(3);
    fillTo(1);
  }

  Ids ids() {
    return new Ids(order, lease, transfer, image, settings, gateway, gatewaysAgent);
  }

  long tenant() {
    return tenant;
  }

  /** The version of its settings. */
  long version() {
    return version;
  }

  long server() {
    return server;
  }

  long offer() {
    return offer;
  }

  /** How many orders there are of anybody. */
  long orders() throws SQLException {
    return tables.number("select count(*) from purchase_order");
  }

  /** A mail, to somebody. */
  long mail() {
    return mail;
  }

  long lendersAgent() {
    return agent;
  }

  /** Adds rows until there are so many of each kind, and of each thing's own: events, commands… */
  void fillTo(int count) throws SQLException {
    for (int at = filled + 1; at <= count; at++) {
      gateway(at, agent(at));
      image(at);
      settings(at);
      offer("zz " + name + "-" + at, true);
      order(1);
      long next = at == 1 ? lease(server) : lease(server(at));
      long made = transfer(next, at);
      if (at == 1) {
        lease = next;
        transfer = made;
      }
      command(at);
      report(at);
      wipe(at);
      problem(at);
      invitation(at);
      mail = mail == 0 ? mail(at) : Math.min(mail, mail(at));
      event("ORDER", order, at);
      event("LEASE", lease, at);
      event("SERVER", server, at);
    }
    filled = Math.max(filled, count);
  }

  private long agent(int at) throws SQLException {
    return tables.insert(
        "insert into agent (version, tenant_id, kind, name, state) values"
            + " (0, ?, 'TENANT_GATEWAY', ?, 'INVITED')",
        tenant,
        name + "-" + at);
  }

  private long gateway(int at, long its) throws SQLException {
    return tables.insert(
        "insert into gateway (version, tenant_id, agent_id, name, outside_address, tenant_range,"
            + " virtual_pool, management_port, ike_proposals, esp_proposals) values"
            + " (0, ?, ?, ?, '203.0.113.10', ?, ?, 22, '', '')",
        tenant,
        its,
        name + "-" + at,
        "10." + at + ".0.0/16",
        "10." + at + ".1.0/24");
  }

  private long image(int at) throws SQLException {
    return tables.insert(
        "insert into boot_image (version, tenant_id, name, kernel_arguments, state, kernel_version,"
            + " created_at) values (0, ?, ?, 'quiet', 'READY', '6.1.0', %s)",
        tenant, name + "-" + at);
  }

  private long settings(int at) throws SQLException {
    long id =
        tables.insert(
            "insert into install_settings (version, tenant_id, name, release_name, state,"
                + " newest_number, created_at) values (0, ?, ?, 'KICKSTART_INSTALLER', 'OPEN', 1,"
                + " %s)",
            tenant, name + "-" + at);
    tables.insert(
        "insert into settings_version (tenant_id, settings_id, number, text, sha256, release_name,"
            + " strict, author, saved_at) select ?, ?, 1, text, sha256, release_name, strict, ?, %s"
            + " from settings_version order by id limit 1",
        tenant, id, name);
    return id;
  }

  private long offer(String called, boolean visible) throws SQLException {
    return tables.insert(
        "insert into offer (version, name, description, cpu_count, memory_mib, disk_gib,"
            + " per_unit, currency, visible) values (0, ?, '', 2, 2048, 8, 1, 'JPY', ?)",
        called,
        visible);
  }

  private long server(int at) throws SQLException {
    long id =
        tables.insert(
            "insert into server (version, offer_id, agent_id, name, state, state_since, generation,"
                + " last_lease_id, mac, boot_address, boot_mode, console, cpu_count, memory_mib,"
                + " bmc_address, bmc_user, bmc_password) select 0, ?, ?, ?, 'MAINTENANCE', %s, 0,"
                + " 0, ?, ?, 'BIOS', 'ttyS0', 2, 2048, '127.0.0.1:9611', 'admin', text from"
                + " settings_version order by id limit 1",
            offer,
            agent,
            name + "-" + at,
            "02:00:00:00:%02x:%02x".formatted(tenant % 256, at),
            "10.0.%d.%d/24".formatted(tenant % 256, at + 1));
    tables.insert(
        "insert into server_disk (server_id, position, stable_id, device, size_gib) values"
            + " (?, 0, ?, '/dev/vda', 8)",
        id,
        name + "-" + at);
    return id;
  }

  private long order(int servers) throws SQLException {
    return tables.insert(
        "insert into purchase_order (version, tenant_id, offer_id, image_id, settings_version_id,"
            + " gateway_id, server_count, state, state_since, placed_at, placed_by) values"
            + " (0, ?, ?, ?, ?, ?, ?, 'FAILED', %1$s, %1$s, ?)",
        tenant, offer, image, version, gateway, servers, name);
  }

  private long lease(long server) throws SQLException {
    return tables.insert(
        "insert into lease (version, tenant_id, order_id, server_id, gateway_id, state,"
            + " state_since, created_at, ends_at, cut_off_at, per_unit, currency,"
            + " virtual_address, problem_fault, problem_code, problem_detail) values (0, ?, ?, ?,"
            + " ?, 'FAILED', %1$s, %1$s, %1$s, %1$s, 1, 'JPY', '10.0.1.7', 'LENDER',"
            + " 'BMC_NO_SESSION', 'BMC 127.0.0.1:9611 as admin')",
        tenant, order, server, gateway);
  }

  private long run(String kind, long on, long of, long generation) throws SQLException {
    return tables.insert(
        "insert into run (version, kind, server_id, lease_id, generation, state, started_at,"
            + " ended_at, problem_fault, problem_code, problem_detail) values (0, ?, ?, ?, ?,"
            + " 'FAILED', %1$s, %1$s, 'LENDER', 'BMC_NO_SESSION', 'BMC 127.0.0.1:9611 as admin')",
        kind, on, of, generation);
  }

  private void step(long run, int position, String step, String state) throws SQLException {
    tables.insert(
        "insert into run_step (run_id, position, name, state, started_at, message) values"
            + " (?, ?, ?, ?, %s, '')",
        run, position, step, state);
  }

  private long transfer(long of, int at) throws SQLException {
    long on = tables.number("select server_id from lease where id = " + of);
    long run = run("TRANSFER", on, of, 1000 + at);
    for (int position = 0; position < STEPS.size(); position++) {
      String state = position < 4 ? "SUCCEEDED" : position == 4 ? "FAILED" : "SKIPPED";
      step(run, position, STEPS.get(position), state);
    }
    long id =
        tables.insert(
            "insert into transfer (version, tenant_id, run_id, image_id, plan_sha256,"
                + " settings_arguments) values (0, ?, ?, ?, '', '')",
            tenant,
            run,
            image);
    tables.insert(
        "insert into transfer_plan (transfer_id, tenant_id, plan_text, origins)"
            + " select ?, ?, text, text from settings_version where id = ?",
        id,
        tenant,
        version);
    return id;
  }

  private void problem(int at) throws SQLException {
    tables.insert(
        "insert into transfer_problem (tenant_id, transfer_id, at, code, detail) values"
            + " (?, ?, %s, 'TOKEN_WRONG_ADDRESS', '192.0.2.99')",
        tenant, transfer);
    tables.insert(
        "insert into transfer_log (tenant_id, transfer_id, sequence, received_at, text) values"
            + " (?, ?, ?, %s, 'a line\n')",
        tenant, transfer, at);
  }

  private void invitation(int at) throws SQLException {
    tables.insert(
        "insert into invitation (version, tenant_id, email, display_name, role, state, not_after,"
            + " sent, invited_by, created_at) values (0, ?, ?, 'New', 'VIEWER', 'OPEN', %1$s, 1,"
            + " 'admin', %1$s)",
        tenant, at + "@" + name + ".example");
  }

  private long mail(int at) throws SQLException {
    return tables.insert(
        "insert into mail (mail_key, kind, state, address, name, language, zone, subject,"
            + " message_id, created_at, give_up_at, next_try_at, tries, ended_at) values (?,"
            + " 'INVITATION', 'SENT', 'ann@example.org', 'Ann', 'en', 'UTC', 'Invitation', uuid(),"
            + " %1$s, %1$s, %1$s, 0, %1$s)",
        name + "/" + at);
  }

  private void wipe(int at) throws SQLException {
    long run = run("WIPE", server, lease, 2000 + at);
    step(run, 0, "CUT_OFF", "FAILED");
    long wipe = tables.insert("insert into wipe (run_id, ending) values (?, 'RELEASE')", run);
    long written =
        tables.insert(
            "insert into wipe_record (wipe_id, server_id, lease_id, written_at) values"
                + " (?, ?, ?, %s)",
            wipe, server, lease);
    tables.insert(
        "insert into wipe_record_disk (record_id, position, stable_id, device, size_bytes, method,"
            + " written_bytes, read_back_bytes) values"
            + " (?, 0, 'virtio-a', '/dev/vda', 8589934592, 'zero', 8589934592, 8589934592)",
        written);
  }

  private void command(int at) throws SQLException {
    tables.insert(
        "insert into agent_command (id, agent_id, sequence, type, server_id, lease_id, generation,"
            + " not_after, state, outcome_code, outcome_detail, queued_at, finished_at) values"
            + " (uuid(), ?, ?, 'EnsureTunnel', ?, ?, 1, %1$s, 'FAILED', 'STRONGSWAN', 'aes1', %1$s,"
            + " %1$s)",
        gatewaysAgent, at, server, lease);
  }

  private void report(int at) throws SQLException {
    tables.insert(
        "insert into agent_report (agent_id, report_id, type, happened_at, received_at,"
            + " disposition, reason) values (?, uuid(), 'TunnelUp', %1$s, %1$s, 'LATE', ?)",
        gatewaysAgent, "late " + at);
  }

  private void event(String kind, long subject, int at) throws SQLException {
    tables.insert(
        "insert into state_event (subject_kind, subject_id, at, actor_kind, actor_id, actor_name,"
            + " from_state, event, to_state, judgement, reason_code, reason_detail, previous_hash,"
            + " hash) values (?, ?, %s, 'SYSTEM', 0, 'portal', 'FAILED', 'CANCEL', 'FAILED',"
            + " 'STALE', 'CANCELLED', '', ?, ?)",
        kind, subject, String.valueOf(at - 1), String.valueOf(at));
  }

  /**
   * Makes the tenant's next order possible: its gateway has just called, the mirror of its settings
   * is within its network, and an offer of its own has free servers.
   *
   * @return the offer
   */
  long makeOrderable(int freeServers) throws SQLException {
    tables.insert(
        "update agent set state = 'ENROLLED', fingerprint = ?, last_contact = %1$s,"
            + " certificate_not_after = %1$s + interval 90 day where id = ?",
        "%064x".formatted(gatewaysAgent), gatewaysAgent);
    tables.insert(
        "update gateway set tenant_range = '10.30.0.0/16', virtual_pool = '10.30.1.0/24'"
            + " where id = ?",
        gateway);
    long orderable = offer("orderable " + name, true);
    for (int at = 1; at <= freeServers; at++) {
      long free = server(200 + at);
      tables.insert(
          "update server set state = 'AVAILABLE', offer_id = ?, boot_address = ?,"
              + " waived_by = 'rows', waived_at = %s, waiver_reason = 'a test' where id = ?",
          orderable, "192.0.2.%d/24".formatted(100 + free), free);
    }
    return orderable;
  }

  /** An offer that was withdrawn. */
  long withdrawnOffer() throws SQLException {
    return offer("withdrawn " + name, false);
  }

  /** An offer for another tenant. */
  long offerFor(Rows other) throws SQLException {
    long reserved = offer("reserved " + name, true);
    tables.insert(
        "insert into offer_tenant (offer_id, tenant_id) values (?, ?)", reserved, other.tenant);
    return reserved;
  }

  /** Lets no timer take up again what the tenant ordered. */
  void rest() throws SQLException {
    tables.insert(
        "update run set state = 'FAILED', next_run_at = null, ended_at = %s where lease_id in"
            + " (select id from lease where tenant_id = ?)",
        tenant);
    tables.insert(
        "update lease set state = 'FAILED', active_server_id = null where tenant_id = ?", tenant);
  }

  /** Gives the member of this login another role. */
  void changeRole(String login, Role role) throws SQLException {
    tables.insert("update member set role = ? where login = ?", role.name(), login);
  }

  /** Switches the tenant off. */
  void closeTenant() throws SQLException {
    tables.insert("update tenant set state = 'CLOSED' where id = ?", tenant);
  }

  @Override
  public void close() throws SQLException {
    tables.close();
  }
}
