package org.yuzuri.portal.world;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.announcement.AnnouncementDraft;
import org.yuzuri.portal.announcement.AnnouncementService;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.secret.EncryptedText;
import org.yuzuri.portal.settings.SettingsDraft;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.site.gateway.GatewayDraft;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.tenant.TenantDraft;
import org.yuzuri.portal.tenant.TenantService;

/**
 * Fills every list of the portal, some rows by its services, the others straight in the database.
 *
 * @param rows of each list
 * @param mark in the names of the datacenter's things, so that they are told from others'
 */
record ListsFiller(PortalDatabase database, int rows, String mark) {

  /** Servers, offers, daemons, mails and tenants. */
  boolean fillTheLenders(Portal portal) {
    AgentService agents = portal.get(AgentService.class);
    long agent = agents.inviteLenderAgent("agent " + mark).agentId();
    IntStream.range(0, rows).forEach(i -> agents.inviteLenderAgent("agent " + mark + "-" + i));
    long offer = offer(portal, "first");
    IntStream.range(0, rows).forEach(i -> offer(portal, "offer " + mark + "-" + i));
    IntStream.range(0, rows).forEach(i -> portal.get(Mails.class).send(letter(mark + "-" + i)));
    IntStream.range(0, rows).forEach(i -> tenant(portal, "tenant " + mark + "-" + i));
    IntStream.range(0, rows).forEach(i -> announcement(portal, "news " + mark + "-" + i));
    EntityManager em = portal.get(EntityManager.class);
    for (int i = 0; i < rows; i++) {
      write(
          em,
          "insert into usage_record (tenant_id, kind, hour, number, pieces, recorded_at)"
              + " select id, 'STORAGE', ?, 0, 1, ? from tenant where name = ?",
          now(),
          now(),
          "tenant " + mark + "-" + i);
      write(
          em,
          "insert into server (version, offer_id, agent_id, name, state, state_since, generation,"
              + " last_lease_id, mac, boot_address, boot_mode, console, cpu_count, memory_mib,"
              + " bmc_address, bmc_user, bmc_password) values (0, ?, ?, ?, 'ENROLLED', ?, 0, 0, ?,"
              + " ?, 'BIOS', 'ttyS0', 2, 2048, '127.0.0.1:9611', 'admin', ?)",
          offer,
          agent,
          "server-" + mark + "-" + i,
          now(),
          mark + "/" + i,
          mark + "-" + i,
          new EncryptedText().convertToDatabaseColumn("secret"));
    }
    return true;
  }

  /** What a tenant has: everything else. */
  boolean fillOwn(Portal portal, long owner, String name) {
    EntityManager em = portal.get(EntityManager.class);
    write(em, "update tenant_limit set gateways = ? where tenant_id = ?", rows, owner);
    for (int i = 0; i < rows; i++) {
      portal
          .get(SettingsService.class)
          .add(name + " " + i, new SettingsDraft("KICKSTART_INSTALLER", "reboot\n"));
      portal
          .get(GatewayService.class)
          .add(
              new GatewayDraft(
                  name + " " + i,
                  "203.0.113.10",
                  "10." + (i + 1) + ".0.0/16",
                  "10." + (i + 1) + ".1.0/24",
                  22,
                  null,
                  null));
      write(
          em,
          "insert into boot_image (version, tenant_id, name, kernel_arguments, state, created_at)"
              + " values (0, ?, ?, 'quiet', 'READY', ?)",
          owner,
          name + " " + i,
          now());
      write(
          em,
          "insert into member (version, tenant_id, login, display_name, password_hash, role, state,"
              + " created_at) values (0, ?, ?, ?, '', 'VIEWER', 'OPEN', ?)",
          owner,
          "m" + owner + "-" + i,
          name + " " + i,
          now());
      write(
          em,
          "insert into invitation (version, tenant_id, email, display_name, role, state, not_after,"
              + " sent, invited_by, created_at) values (0, ?, ?, ?, 'VIEWER', 'OPEN', ?, 1, 'x',"
              + " ?)",
          owner,
          "i" + i + "@example.org",
          name + " " + i,
          now(),
          now());
      write(
          em,
          "insert into purchase_order (version, tenant_id, offer_id, image_id, settings_version_id,"
              + " gateway_id, server_count, state, state_since, placed_at, placed_by)"
              + " select 0, ?, min(id), 1, 1, 1, 1, 'FULFILLING', ?, ?, ? from offer",
          owner,
          now(),
          now(),
          name);
      long order = number(em, "select last_insert_id()");
      write(
          em,
          "insert into lease (version, tenant_id, order_id, server_id, gateway_id, state,"
              + " state_since, created_at, ends_at, per_unit, currency, virtual_address)"
              + " select 0, ?, ?, min(id), 1, 'CLOSED', ?, ?, ?, 1, 'JPY', ? from server",
          owner,
          order,
          now(),
          now(),
          now(),
          name);
      long lease = number(em, "select last_insert_id()");
      invoice(em, owner, name);
      write(
          em,
          "insert into run (version, kind, server_id, lease_id, generation, state, started_at,"
              + " problem_fault, problem_code, problem_detail)"
              + " select 0, 'TRANSFER', min(id), ?, ?, 'FAILED', ?, 'TENANT', ?, '' from server",
          lease,
          1000 + lease,
          now(),
          name);
      long run = number(em, "select last_insert_id()");
      write(
          em,
          "insert into run_step (run_id, position, name, state, started_at, message) values (?, 0,"
              + " 'RESERVE', 'SUCCEEDED', ?, ''), (?, 1, 'PLAN', 'PENDING', null, '')",
          run,
          now(),
          run);
      write(
          em,
          "insert into transfer (version, tenant_id, run_id, image_id, plan_sha256,"
              + " settings_arguments) values (0, ?, ?, 1, '', '')",
          owner,
          run);
    }
    return true;
  }

  /** The next invoice of its series, with its number, as the book gives it. */
  private void invoice(EntityManager em, long owner, String name) {
    write(
        em,
        "insert into invoice_run (version, month, state, as_of, issuer_version, started_by,"
            + " started_name, issued_by, ended_at) values (0, '2026-02', 'CALLED_OFF', ?, 0, 1, '',"
            + " '', ?)",
        now(),
        now());
    long run = number(em, "select last_insert_id()");
    write(
        em,
        "update invoice_number set last_number = last_number + 1 where series = '' and year ="
            + " 2199");
    long place =
        number(em, "select last_number from invoice_number where series = '' and year = 2199");
    write(
        em,
        "insert into invoice (tenant_id, kind, number, series, year, place, run_id, reason, month,"
            + " zone, issued_at, issued_on, due_on, currency, net, tax, total, rounding,"
            + " line_count, tax_count, issuer_name, issuer_address, issuer_registration,"
            + " issuer_bank, issuer_terms, buyer_name, buyer_address, issued_by) select ?,"
            + " 'INVOICE', ?, '', 2199, ?, ?, '', '2026-02', 'Asia/Tokyo', ?, '2026-03-01',"
            + " '2026-03-31', 'JPY', 100, 10, 110, 'DOWN', 1, 1, '', '', '', '', '', ?, '',"
            + " ''",
        owner,
        "2199-" + String.format(Locale.ROOT, "%06d", place),
        place,
        run,
        now(),
        name);
    write(
        em,
        "insert into invoice_balance (invoice_id, tenant_id, version, state, paid, credited,"
            + " reminders) values (?, ?, 0, 'OPEN', 0, 0, 0)",
        number(em, "select last_insert_id()"),
        owner);
  }

  private static Letter letter(String order) {
    return new Letter(
        MailKind.ORDER_FAILED,
        new Recipient(null, "ann@example.org", "Ann", null, null),
        "lists/" + order,
        Map.of("order", order, "link", "/order/view.xhtml"));
  }

  private void announcement(Portal portal, String text) {
    String day = now().toString().substring(0, 10);
    portal
        .get(AnnouncementService.class)
        .add(
            new AnnouncementDraft(
                "NOTICE", text, text, day + "T00:00", day + "T23:59", Set.of(Tenants.LENDER)));
  }

  private static void tenant(Portal portal, String name) {
    portal
        .get(TenantService.class)
        .add(new TenantDraft(name, "", "", "Somebody", "somebody@example.org", ""));
  }

  /** Adds an offer for everybody. */
  long offer(Portal portal, String name) {
    return portal.get(OfferService.class).add(entry(name, Set.of()));
  }

  /** An offer for these tenants, for everybody when there are none. */
  OfferEntry entry(String name, Set<Long> tenants) {
    return new OfferEntry(name + " " + mark, "", 2, 2048, 8, BigDecimal.TEN, "JPY", tenants);
  }

  private Instant now() {
    return database().clock().instant();
  }

  private static long number(EntityManager em, String sql) {
    return ((Number) em.createNativeQuery(sql).getSingleResult()).longValue();
  }

  private static void write(EntityManager em, String sql, Object... values) {
    Query query = em.createNativeQuery(sql);
    IntStream.range(0, values.length).forEach(i -> query.setParameter(i + 1, values[i]));
    query.executeUpdate();
  }
}
