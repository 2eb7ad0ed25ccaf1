package org.yuzuri.portal.reporting;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.portal.usage.MeteringService;

/** A datacenter's books, written by hand: an offer of its own and what happened to its servers. */
public final class Books {

  /** The last three parts of a server's addresses; 10.64 and on are nobody else's. */
  private static final AtomicInteger ADDRESSES = new AtomicInteger(64 << 16);

  private final PortalDatabase database;
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final long agent;

  final long offer;
  final String offerName = "Offer " + mark;

  /** An offer at so many yen an hour. */
  public Books(PortalDatabase database, String pricePerHour) {
    this.database = database;
    agent =
        database.asPortal(
            p -> p.get(AgentService.class).inviteLenderAgent("books " + mark).agentId());
    offer =
        database.asPortal(
            p ->
                p.get(OfferService.class)
                    .add(
                        new OfferEntry(
                            offerName,
                            "",
                            1,
                            1024,
                            1,
                            new BigDecimal(pricePerHour),
                            "JPY",
                            Set.of())));
  }

  /** What its names have in common. */
  public String mark() {
    return mark;
  }

  public String nameOf(String server) {
    return server + "-" + mark;
  }

  public long server(String name, String state, Instant since) {
    int own = ADDRESSES.incrementAndGet();
    return insert(
        "insert into server (version, offer_id, agent_id, name, state, state_since, generation,"
            + " last_lease_id, mac, boot_address, boot_mode, console, cpu_count, memory_mib,"
            + " bmc_address, bmc_user, bmc_password) values (0, ?, ?, ?, ?, ?, 0, 0, ?, ?, 'BIOS',"
            + " 'ttyS0', 2, 2048, '127.0.0.1:9611', 'admin', ?)",
        offer,
        agent,
        nameOf(name),
        state,
        since,
        "06:00:00:%02x:%02x:%02x".formatted(own >> 16, own >> 8 & 255, own & 255),
        "10.%d.%d.%d/8".formatted(own >> 16, own >> 8 & 255, own & 255),
        new EncryptedText().convertToDatabaseColumn("secret"));
  }

  public void moved(long server, Instant at, String from, String to) {
    insert(
        "insert into state_event (subject_kind, subject_id, at, actor_kind, actor_id, actor_name,"
            + " from_state, event, to_state, judgement, reason_code, reason_detail, previous_hash,"
            + " hash) values ('SERVER', ?, ?, 'SYSTEM', 0, 'books', ?, 'X', ?, 'MOVED', 'X', '', ?,"
            + " ?)",
        server,
        at,
        from,
        to,
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString());
  }

  /**
   * A lease of 10 JPY an hour with the label {@code env=prod}, and its order; held until it is cut
   * off.
   */
  public long lease(
      long tenant,
      long server,
      Instant orderedAt,
      @Nullable Instant handedOverAt,
      @Nullable Instant cutOffAt) {
    return lease(tenant, server, orderedAt, handedOverAt, cutOffAt, Money.of("10", "JPY"));
  }

  /** The same at another price for each hour. */
  public long lease(
      long tenant,
      long server,
      Instant orderedAt,
      @Nullable Instant handedOverAt,
      @Nullable Instant cutOffAt,
      Money perHour) {
    long order =
        insert(
            "insert into purchase_order (version, tenant_id, offer_id, image_id,"
                + " settings_version_id, gateway_id, server_count, state, state_since, placed_at,"
                + " placed_by) values (0, ?, ?, 1, 1, 1, 1, 'FULFILLED', ?, ?, 'books')",
            tenant,
            offer,
            orderedAt,
            orderedAt);
    return insert(
        "insert into lease (version, tenant_id, order_id, server_id, gateway_id, state,"
            + " state_since, created_at, handed_over_at, cut_off_at, active_server_id, per_unit,"
            + " currency,"
            + " virtual_address, labels) values (0, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, '10.0.0.1',"
            + " 'env=prod')",
        tenant,
        order,
        server,
        cutOffAt == null ? "ACTIVE" : "CLOSED",
        orderedAt,
        orderedAt,
        handedOverAt,
        cutOffAt,
        cutOffAt == null ? Long.valueOf(server) : null,
        perHour.amount(),
        perHour.currency().getCurrencyCode());
  }

  /** A fault of the datacenter that a lease suffered; until null it lasts. */
  public void fault(long lease, String kind, Instant from, @Nullable Instant until) {
    String cause = UUID.randomUUID().toString();
    fault(lease, cause, kind, true, from);
    if (until != null) {
      fault(lease, cause, kind, false, until);
    }
  }

  private void fault(long lease, String cause, String kind, boolean began, Instant at) {
    insert(
        "insert into lease_fault (tenant_id, lease_id, cause, kind, began, at, noted_at, noted_by,"
            + " detail) select tenant_id, id, ?, ?, ?, ?, ?, 'books', '' from lease where id = ?",
        cause,
        kind,
        began,
        at,
        at,
        lease);
  }

  /** Writes down what a lease has used until now. */
  public void metered(long lease) {
    database.asPortal(
        portal -> {
          portal.get(MeteringService.class).write(lease);
          return true;
        });
  }

  /** Somebody of a tenant who can be sent mail. */
  public void member(long tenant, String name, Role role) {
    insert(
        "insert into member (version, tenant_id, login, display_name, password_hash, role, state,"
            + " created_at, email) values (0, ?, ?, ?, '', ?, 'OPEN', ?, ?)",
        tenant,
        name + mark,
        name,
        role.name(),
        database.clock().instant(),
        addressOf(name));
  }

  public String addressOf(String name) {
    return name + mark + "@example.org";
  }

  long run(
      String kind,
      long server,
      @Nullable Long lease,
      String state,
      Instant from,
      @Nullable Instant until,
      @Nullable String fault) {
    return insert(
        "insert into run (version, kind, server_id, lease_id, generation, state, started_at,"
            + " ended_at, problem_fault, problem_code, problem_detail)"
            + " select 0, ?, ?, ?, coalesce(max(generation), 0) + 1, ?, ?, ?, ?, ?, ? from run"
            + " where server_id = "
            + server,
        kind,
        server,
        lease,
        state,
        from,
        until,
        fault,
        fault == null ? null : "X",
        fault == null ? null : "");
  }

  void step(long run, int position, String name, Instant from, Instant until) {
    insert(
        "insert into run_step (run_id, position, name, state, started_at, ended_at, message)"
            + " values (?, ?, ?, 'SUCCEEDED', ?, ?, '')",
        run,
        position,
        name,
        from,
        until);
  }

  /** The new row's id. */
  private long insert(String sql, @Nullable Object... values) {
    return database.asPortal(
        portal -> {
          EntityManager em = portal.get(EntityManager.class);
          Query query = em.createNativeQuery(sql);
          for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
          }
          query.executeUpdate();
          return ((Number) em.createNativeQuery("select last_insert_id()").getSingleResult())
              .longValue();
        });
  }
}
